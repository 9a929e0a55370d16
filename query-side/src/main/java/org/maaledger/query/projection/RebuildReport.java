package org.maaledger.query.projection;

import java.time.Duration;

/**
 * What a rebuild did.
 *
 * @param generation the generation that answers from now on
 * @param position the newest event that it holds
 * @param took from the first event read until it took over
 * @param deadLetters events that could not be applied
 */
public record RebuildReport(String projection, int generation, long position, Duration took, long deadLetters) {

    /** Events per second, over everything that a rebuild does. */
    public long eventsPerSecond() {
        return Math.round(position / Math.max(took.toNanos() / 1e9, 1e-9));
    }
}
