package org.maaledger.query.projection;

import java.time.Duration;
import java.time.Instant;

/**
 * How a projection stands.
 *
 * @param generation the number of the generation that answers
 * @param position the newest event that it holds
 * @param head the newest event of the log
 * @param lag how many events it is behind
 * @param lagMillis how many milliseconds ago the oldest event that it does not hold was recorded, 0 if it holds all
 * @param deadLetters how many events it could not apply, those that wait behind them included
 * @param filling whether another generation is being filled or waits to be dropped
 * @param running whether a node, this one or another, keeps it up with the log
 * @param updatedAt when its position last moved
 */
public record ProjectionState(
        String name,
        int revision,
        int generation,
        long position,
        long head,
        long lag,
        long lagMillis,
        long deadLetters,
        boolean filling,
        boolean running,
        Instant updatedAt) {

    /** The same, with the age of the oldest event that it does not hold. */
    ProjectionState behindFor(Duration age) {
        return new ProjectionState(
                name,
                revision,
                generation,
                position,
                head,
                lag,
                age.toMillis(),
                deadLetters,
                filling,
                running,
                updatedAt);
    }
}
