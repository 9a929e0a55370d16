package org.maaledger.query.moment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.maaledger.query.projection.Facts;
import org.maaledger.query.projection.NotPrepared;
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

    private static final String SOURCES = """
            select p.name, p.serving, g.revision, g.position, exists (
                select 1 from query.dead_letter d where d.projection = p.name and d.generation = p.serving) as dead
            from query.projection p join query.generation g on g.projection = p.name and g.number = p.serving
            where p.name = any (?)""";

    private final JdbcClient sql;
    private final TransactionTemplate transaction;
    private final Facts log;
    private final InstantSource clock;
    private final Map<String, Integer> revisions;

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
        this.revisions = Map.copyOf(revisions);
    }

    /** Answers {@code question} from the tables of {@code projections}, at the moment that is {@code asked} for. */
    public <T> Answer<T> ask(Asked asked, Set<String> projections, Function<Snapshot, T> question) {
        Moment fixed = moment(asked);
        if (!(asked.asOf() instanceof AsOf.Newest) && asked.minPosition() > fixed.position()) {
            throw new TooEarlyAMoment(asked.minPosition(), fixed.position());
        }
        await(projections, Math.max(asked.minPosition(), fixed.position()));
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

    private <T> Answer<T> answer(Asked asked, Moment fixed, Set<String> projections, Function<Snapshot, T> question) {
        sql.sql("set transaction isolation level repeatable read, read only").update();
        Map<String, Snapshot.Source> sources = sources(projections);
        long reached = sources.values().stream()
                .mapToLong(Snapshot.Source::position)
                .min()
                .orElseThrow();
        Moment moment =
                asked.asOf() instanceof AsOf.Newest ? new Moment(reached, fixed.validOn(), fixed.dayAsked()) : fixed;
        Snapshot snapshot = new Snapshot(sql, moment, sources);
        T content = question.apply(snapshot);
        return new Answer<>(moment.position(), moment.validOn(), snapshot.incomplete(), content);
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
        if (position == 0) {
            return;
        }
        long deadline = System.nanoTime() + WAIT_MAX.toNanos();
        long reached = reached(projections);
        while (reached < position) {
            if (System.nanoTime() - deadline > 0) {
                throw new NotYetReached(position, reached);
            }
            pause();
            reached = reached(projections);
        }
    }

    /** The newest event that all of {@code projections} hold. */
    public long reached(Set<String> projections) {
        return sources(projections).values().stream()
                .mapToLong(Snapshot.Source::position)
                .min()
                .orElse(0);
    }

    private Map<String, Snapshot.Source> sources(Set<String> projections) {
        Map<String, Snapshot.Source> sources = new HashMap<>();
        NotPrepared.unlessThere(() -> sql.sql(SOURCES)
                        .param(projections.toArray(String[]::new))
                        .query((row, _) -> source(row))
                        .list())
                .forEach(source -> sources.put(source.projection(), source));
        for (String projection : projections) {
            if (!sources.containsKey(projection)) {
                throw NotPrepared.missing(projection);
            }
        }
        return sources;
    }

    private Snapshot.Source source(ResultSet row) throws SQLException {
        String projection = row.getString("name");
        int known = revisions.getOrDefault(projection, 0);
        if (row.getInt("revision") != known) {
            throw NotPrepared.ofAnother(projection, row.getInt("revision"), known);
        }
        return new Snapshot.Source(projection, row.getInt("serving"), row.getLong("position"), row.getBoolean("dead"));
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
