package org.maaledger.log;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the log looks like to the holder of its lock.
 *
 * @param head the last position, 0 if there is none
 * @param lastRecordedAt when the event there was recorded
 * @param clock the database's clock
 * @param sequences the last sequence of each stream asked for, -1 if it is empty
 * @param answers the first answers to those of the idempotency keys asked for that were used before
 */
record LogState(
        long head,
        @Nullable Instant lastRecordedAt,
        Instant clock,
        Map<String, Long> sequences,
        Map<Key, FirstAnswer> answers) {

    /** The same with the last sequences of all streams of a batch. */
    LogState with(Map<String, Long> all) {
        return new LogState(head, lastRecordedAt, clock, all, answers);
    }

    /** An idempotency key of a client. */
    record Key(String client, String key) {

        static Key of(AppendContext.Claim claim) {
            return new Key(claim.client(), claim.key());
        }
    }
}
