package org.maaledger.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.maaledger.log.Headline;

/** The log, as far as projections read it. */
public interface Facts {

    /** The position of the newest event, 0 while there is none. */
    long head();

    /** How long ago the event at {@code position} was recorded, zero if there is none. */
    Duration ageOf(long position);

    /** At most {@code max} events after {@code position}, in their order. */
    List<Fact> after(long position, int max);

    /** The events after one position and up to another, in their order, but for those that are stored under one of {@code names}. */
    List<Fact> between(long after, long upTo, Collection<String> names);

    /** What happened to which streams after one position and up to another, in order. */
    List<Headline> headlines(long after, long upTo);

    /** At most {@code max} events of {@code streams} after one position and up to another, in their order. */
    List<Fact> ofStreams(Collection<String> streams, long after, long upTo, int max);

    /** The last position recorded at or before {@code instant}, 0 if there is none; empty while the instant has not passed. */
    OptionalLong settledAt(Instant instant);
}
