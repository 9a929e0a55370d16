package org.maaledger.query.projection;

import java.time.Instant;

/**
 * An event that a projection could not apply, or that waits behind such a one of its stream.
 *
 * @param generation the generation of the projection that lacks it
 * @param cause what went wrong, in the words of the failure
 * @param attempts how often it was tried, 0 for one that only waits
 */
public record DeadLetter(
        long id,
        String projection,
        int generation,
        String stream,
        long position,
        String eventName,
        String cause,
        int attempts,
        Instant firstFailedAt,
        Instant lastFailedAt) {}
