package org.maaledger.log;

/**
 * Is told what an {@link Appender} does; for measurements. It is called between one batch and the next, or while a command waits for
 * its answer, so it must be quick. It is given numbers and makes of them what it wants; what it throws is logged and changes nothing.
 */
public interface AppendObserver {

    /** Nobody looks. */
    AppendObserver NONE = new AppendObserver() {};

    /** A caller's events are durable, {@code nanos} after it handed them in. Called on the thread of the caller. */
    default void appended(long nanos) {}

    /**
     * A batch is durable and its callers are answered.
     *
     * @param events how many it added to the log
     * @param lastPosition the position of the last of them
     * @param nanos from taking the batch in hand to the answer, all attempts included
     */
    default void written(int events, long lastPosition, long nanos) {}

    /**
     * Of the appends of a batch some were not written.
     *
     * @param conflicts because a stream had moved on
     * @param duplicates because their idempotency key was used before
     */
    default void lost(int conflicts, int duplicates) {}

    /** An attempt to write a batch failed by a fault that may pass, and is made again. */
    default void triedAgain() {}

    /** It can write again, or no longer. */
    default void changed(AppenderHealth now) {}
}
