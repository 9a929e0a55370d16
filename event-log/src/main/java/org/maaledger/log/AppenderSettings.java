package org.maaledger.log;

import java.time.Duration;

/**
 * The bounds of an appender. Each is there so that a fault of one node, or of the network, delays the others for a known time only.
 *
 * @param queueMax appends that may wait; further callers wait for a place, as long as {@code patience}
 * @param batchEventsMax events of one transaction, unless a single append has more
 * @param batchBytesMax stored bytes of one transaction, unless a single append has more
 * @param idleInTransaction after this time without a word from the node that holds the lock, the database ends its transaction
 * @param lockTimeout how long one attempt waits for the lock; longer than {@code idleInTransaction}, so that it outlasts a stopped
 *     node
 * @param networkTimeout after this time without an answer from the database, the connection is given up
 * @param patience how long the database may be out of reach before callers are told
 * @param clockJumpMax a jump of the database's clock beyond this is refused
 */
public record AppenderSettings(
        int queueMax,
        int batchEventsMax,
        int batchBytesMax,
        Duration idleInTransaction,
        Duration lockTimeout,
        Duration networkTimeout,
        Duration patience,
        Duration clockJumpMax) {

    /** What suits a ledger on one server or several. */
    public static AppenderSettings defaults() {
        return new AppenderSettings(
                10_000,
                2_000,
                8 * 1024 * 1024,
                Duration.ofSeconds(3),
                Duration.ofSeconds(5),
                Duration.ofSeconds(15),
                Duration.ofSeconds(30),
                Duration.ofMinutes(10));
    }

    /** The same with other times; for tests that must not wait long. */
    public AppenderSettings impatient(Duration idleInTransaction, Duration patience) {
        return new AppenderSettings(
                queueMax,
                batchEventsMax,
                batchBytesMax,
                idleInTransaction,
                idleInTransaction.multipliedBy(2),
                patience,
                patience,
                clockJumpMax);
    }
}
