package org.maaledger.query.projection;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.maaledger.log.Headline;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.StoredEvent;

/** The facts of the log itself. */
public final class LedgerFacts implements Facts {

    private final LedgerReader reader;

    /** Those that {@code reader} reads. */
    public LedgerFacts(LedgerReader reader) {
        this.reader = reader;
    }

    /** What {@code event} says to readers. */
    public static Fact of(StoredEvent event) {
        return new Fact(
                event.position(),
                event.sequence(),
                event.recordedAt(),
                event.actedOn(),
                event.actor(),
                event.envelope().command(),
                event.payload());
    }

    @Override
    public long head() {
        return reader.head();
    }

    @Override
    public Duration ageOf(long position) {
        return reader.moments().ageOf(position).orElse(Duration.ZERO);
    }

    @Override
    public List<Fact> after(long position, int max) {
        return reader.after(position, max).stream().map(LedgerFacts::of).toList();
    }

    @Override
    public List<Fact> between(long after, long upTo, Collection<String> names) {
        return reader.between(after, upTo, names).stream().map(LedgerFacts::of).toList();
    }

    @Override
    public List<Headline> headlines(long after, long upTo) {
        return reader.headlines(after, upTo);
    }

    @Override
    public List<Fact> ofStreams(Collection<String> streams, long after, long upTo, int max) {
        return reader.ofStreams(streams, after, upTo, max).stream()
                .map(LedgerFacts::of)
                .toList();
    }

    @Override
    public OptionalLong settledAt(Instant instant) {
        return reader.moments().settledAt(instant);
    }
}
