package org.maaledger.app.wiring;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Turns at the processors, taken in the order of arrival. Without them as many threads as there are readers share few cores in slices of
 * some milliseconds, and an answer that needs one millisecond comes after all of theirs (decision 0059).
 *
 * <p>A turn is a courtesy and no right: whoever waited {@link #WAIT_MAX} goes ahead without one, and for {@link #OPEN} nobody waits,
 * because whoever has the turns is then waiting for something else, such as the database, or has long work.
 */
final class Turns {

    static final Duration WAIT_MAX = Duration.ofMillis(100);
    static final Duration OPEN = Duration.ofSeconds(1);

    private final Semaphore turns;
    private final LongSupplier nanos;
    private volatile long openUntil;

    /**
     * Has so many turns.
     *
     * @param nanos a steady clock in nanoseconds, of any origin
     */
    Turns(int count, LongSupplier nanos) {
        this.turns = new Semaphore(count, true);
        this.nanos = nanos;
        this.openUntil = nanos.getAsLong();
    }

    /** Waits for a turn; whether there was one, which is to be {@linkplain #leave left} then. */
    boolean take() {
        if (nanos.getAsLong() - openUntil < 0) {
            return turns.tryAcquire();
        }
        try {
            if (turns.tryAcquire(WAIT_MAX.toNanos(), TimeUnit.NANOSECONDS)) {
                return true;
            }
            openUntil = nanos.getAsLong() + OPEN.toNanos();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The next one may go. */
    void leave() {
        turns.release();
    }

    /** How many wait. */
    int waiting() {
        return turns.getQueueLength();
    }
}
