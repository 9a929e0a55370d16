package org.maaledger.query.projection;

import java.time.Instant;

/**
 * How a projection stands.
 *
 * @param generation the number of the generation that answers
 * @param position the newest event that it holds
 * @param head the newest event of the log
 * @param lag how many events it is behind
 * @param deadLetters how many events it could not apply, those that wait behind them included
 * @param filling whether another generation is being filled or waits to be dropped
 * @param updatedAt when its position last moved
 */
public record ProjectionState(
        String name,
        int revision,
        int generation,
        long position,
        long head,
        long lag,
        long deadLetters,
        boolean filling,
        Instant updatedAt) {}
