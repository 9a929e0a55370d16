package org.maaledger.kernel.architecture.canary;

/** Starts a virtual thread, which {@code CommonRules.noVirtualThreads} must catch. */
public final class StartsVirtually {

    private StartsVirtually() {}

    public static Thread start(Runnable task) {
        return Thread.ofVirtual().start(task);
    }
}
