package org.maaledger.kernel.architecture.canary;

/** Belongs to a family of facts and can be changed afterwards. */
public final class MutableFact implements CanaryEvent {

    private int changes;

    public int change() {
        return ++changes;
    }
}
