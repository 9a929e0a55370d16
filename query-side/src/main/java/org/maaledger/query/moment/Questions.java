package org.maaledger.query.moment;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.maaledger.query.projection.Facts;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the view that a question is answered from: at one moment, in one snapshot, as far along as the caller needs. */
public final class Questions {

    /** How long an answer waits for the tables to reach a position before it says: ask again. */
    public static final Duration WAIT_MAX = Duration.ofSeconds(3);

    /** Days are those of the agreements' country. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Duration LOOK_AGAIN = Duration.ofMillis(15);

    /** A reader may have chosen a generation just before another took over and its tables went; once more finds the new one. */
    private static final int TRIES_MAX = 4;

    /** No such table, no such schema, and a deadlock with whoever drops one. */
    private static final Set<String> TAKEN_OVER = Set.of("42P01", "3F000", "40P01");

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Facts log;
    private final InstantSource clock;
    private final SourceQueries sources;

    /** Over the tables that {@code sql} reaches, where they are of these {@code revisions}, and the log. */
    public Questions(
            JdbcClient sql,
            TransactionTemplate transaction,
            Facts log,
            InstantSource clock,
            Map<String, Integer> revisions) {
        this.sql = sql;
        this.transaction = transaction;
        this.log = log;
        this.clock = clock;
        this.sources = new SourceQueries(sql, revisions);
    }

    /** Answers {@code question} from the tables of {@code projections}, at the moment that is {@code asked} for. */
    public <T> Answer<T> ask(Asked asked, Set<String> projections, Function<Snapshot, T> question) {
        Moment fixed = fixed(asked);
        await(projections, Math.max(asked.minPosition(), fixed.position()));
        return view(asked, fixed, projections, question).answer();
    }

    /**
     * An answer with what it was made of.
     *
     * @param stand the tables as they were found
     */
    record View<T>(Answer<T> answer, SourceQueries.Stand stand, Bearing bearing) {}

    /** The moment that is asked for, if it can include what it must. */
    Moment fixed(Asked asked) {
        Moment fixed = moment(asked);
        if (!(asked.asOf() instanceof AsOf.Newest) && asked.minPosition() > fixed.position()) {
            throw new TooEarlyAMoment(asked.minPosition(), fixed.position());
        }
        return fixed;
    }

    <T> View<T> view(Asked asked, Moment fixed, Set<String> projections, Function<Snapshot, T> question) {
        for (int tried = 1; ; tried++) {
            try {
                return transaction.execute(status -> answer(asked, fixed, projections, question));
            } catch (DataAccessException e) {
                if (tried == TRIES_MAX || !takenOver(e)) {
                    throw e;
                }
            }
        }
    }

    private <T> View<T> answer(Asked asked, Moment fixed, Set<String> projections, Function<Snapshot, T> question) {
        sql.sql("set transaction isolation level repeatable read, read only").update();
        SourceQueries.Stand stand = sources.of(projections);
        Moment moment = asked.asOf() instanceof AsOf.Newest
                ? new Moment(stand.reached(), fixed.validOn(), fixed.dayAsked())
                : fixed;
        Bearing bearing = new Bearing();
        Snapshot snapshot = new Snapshot(sql, moment, stand.sources(), bearing);
        T content = question.apply(snapshot);
        return new View<>(
                new Answer<>(moment.position(), moment.validOn(), snapshot.incomplete(), content), stand, bearing);
    }

    /**
     * The moment that is asked for; of the newest it says only the day. It is worked out before a view is opened, so that no reader
     * ever holds two connections.
     */
    public Moment moment(Asked asked) {
        long position = position(asked.asOf());
        LocalDate named = asked.validOn();
        if (named != null) {
            return new Moment(position, named, true);
        }
        Instant instant = switch (asked.asOf()) {
            case AsOf.Newest newest -> clock.instant();
            case AsOf.At at -> at.instant();
            case AsOf.Position fixed -> recordedAt(position);
        };
        return new Moment(position, LocalDate.ofInstant(instant, LONDON), false);
    }

    private Instant recordedAt(long position) {
        return position == 0
                ? clock.instant()
                : log.after(position - 1, 1).getFirst().recordedAt();
    }

    private long position(AsOf asOf) {
        return switch (asOf) {
            case AsOf.Newest newest -> 0;
            case AsOf.Position fixed -> recorded(fixed.position());
            case AsOf.At at -> passed(at.instant());
        };
    }

    private long recorded(long position) {
        long head = log.head();
        if (position > head) {
            throw new NotYetRecorded(
                    "nothing is recorded at position %d: the newest event is at %d".formatted(position, head));
        }
        return position;
    }

    private long passed(Instant instant) {
        // The log's times are whole microseconds; the database would round a finer one up, to events that came after
        // it.
        return log.settledAt(instant.truncatedTo(ChronoUnit.MICROS))
                .orElseThrow(() -> new NotYetRecorded(
                        "%s has not come yet by the clock of the ledger: ask for a moment that has passed"
                                .formatted(instant)));
    }

    /** Waits until every one of {@code projections} has reached {@code position}, within the bound. */
    private void await(Set<String> projections, long position) {
        if (position > 0) {
            awaited(position, () -> sources.of(projections));
        }
    }

    /** How the tables of {@code projections} and the texts of an answer stand, once they have reached {@code position}. */
    SourceQueries.Stand stand(Set<String> projections, Bearing bearing, long position) {
        return awaited(position, () -> sources.of(projections, bearing));
    }

    private static SourceQueries.Stand awaited(long position, Supplier<SourceQueries.Stand> look) {
        long deadline = System.nanoTime() + WAIT_MAX.toNanos();
        SourceQueries.Stand stand = look.get();
        while (stand.reached() < position) {
            if (System.nanoTime() - deadline > 0) {
                throw new NotYetReached(position, stand.reached());
            }
            pause();
            stand = look.get();
        }
        return stand;
    }

    /** The newest event that all of {@code projections} hold. */
    public long reached(Set<String> projections) {
        return sources.of(projections).reached();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a position", e);
        }
    }

    private static boolean takenOver(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException database && database.getSQLState() != null) {
                return TAKEN_OVER.contains(database.getSQLState());
            }
        }
        return false;
    }
}
