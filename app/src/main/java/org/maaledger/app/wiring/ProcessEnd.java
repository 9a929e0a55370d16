package org.maaledger.app.wiring;

import java.util.concurrent.locks.ReentrantLock;
import org.maaledger.app.settings.CannotStart;

/**
 * The end of the process, whenever it comes: a ledger that runs is stopped in order, and one that still starts is let start as far as
 * it has to, so that nothing of it stays behind without an owner.
 */
final class ProcessEnd {

    private final ReentrantLock starting = new ReentrantLock();
    private final Thread hook = new Thread(this::come, "process-end");
    private Runnable stop = () -> {};
    private volatile boolean near;

    ProcessEnd() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** What is started between this and its closing is waited for at the end of the process. */
    Starting starting() {
        starting.lock();
        return new Starting();
    }

    /** Refuses to start more of what would only be stopped again. */
    void refuseIfNear() {
        if (near) {
            throw new CannotStart("Told to stop while it was starting.");
        }
    }

    /** What was started has been stopped otherwise. */
    void forget() {
        if (near) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The end has just come: the hook finds nothing left to stop.
        }
    }

    private void come() {
        near = true;
        starting.lock();
        try {
            stop.run();
        } finally {
            starting.unlock();
        }
    }

    /** A start under way. */
    final class Starting implements AutoCloseable {

        private boolean done;

        /** It is done; {@code stopping} undoes it. */
        void done(Runnable stopping) {
            stop = stopping;
            done = true;
        }

        @Override
        public void close() {
            starting.unlock();
            if (!done) {
                forget();
            }
        }
    }
}
