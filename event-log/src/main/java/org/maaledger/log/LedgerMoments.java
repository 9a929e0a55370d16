package org.maaledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/** Which position stands for an instant: the last one recorded at or before it. */
public final class LedgerMoments {

    /** Halves the range of positions, 33 times for the largest log; times never decrease along positions. */
    private static final String POSITION_AT = """
            WITH RECURSIVE range (low, high) AS (
                SELECT 0::bigint, coalesce(max(position), 0) FROM ledger.event
                UNION ALL
                SELECT CASE WHEN e.recorded_at <= ? THEN e.position ELSE r.low END,
                       CASE WHEN e.recorded_at <= ? THEN r.high ELSE e.position - 1 END
                FROM range r JOIN ledger.event e ON e.position = (r.low + r.high + 1) / 2
                WHERE r.low < r.high)
            SELECT low FROM range WHERE low >= high""";

    private static final String SETTLED = """
            SELECT EXISTS (SELECT FROM (SELECT recorded_at FROM ledger.event ORDER BY position DESC LIMIT 1) AS last
                WHERE recorded_at > ?)""";

    private static final String AGE =
            "SELECT extract(epoch FROM clock_timestamp() - recorded_at) FROM ledger.event WHERE position = ?";

    private static final String PASSED = "SELECT clock_timestamp() > ?";

    private final DataSource database;

    LedgerMoments(DataSource database) {
        this.database = database;
    }

    /**
     * The last position recorded at or before {@code instant}, 0 if there is none. For an instant that has not passed, later
     * events may still come at or before it; {@link #settledAt} says whether it has.
     */
    public long positionAt(Instant instant) {
        return Jdbc.inTransaction(database, connection -> positionAt(connection, instant));
    }

    /**
     * The same, if it is final: empty where {@code instant} has not passed by the database's clock. An instant after the last event
     * waits for a batch that has its time and is not committed yet, a second or so at most.
     *
     * @throws LogUnreadable if such a batch takes longer
     */
    public OptionalLong settledAt(Instant instant) {
        return Jdbc.inTransaction(database, connection -> {
            if (!is(connection, SETTLED, instant)) {
                try (Statement statement = connection.createStatement()) {
                    statement.execute("SET LOCAL lock_timeout = '5s'");
                    statement.execute(LogTransaction.LOCK_SHARED);
                }
                if (!is(connection, PASSED, instant)) {
                    return OptionalLong.empty();
                }
            }
            return OptionalLong.of(positionAt(connection, instant));
        });
    }

    /** How long ago the event at {@code position} was recorded, by the database's clock; empty if there is none. */
    public Optional<Duration> ageOf(long position) {
        return Jdbc.list(
                        database,
                        AGE,
                        statement -> statement.setLong(1, position),
                        row -> Duration.ofMillis(Math.max(0, Math.round(row.getDouble(1) * 1000))))
                .stream()
                .findFirst();
    }

    private static long positionAt(Connection connection, Instant instant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSITION_AT)) {
            statement.setObject(1, at(instant));
            statement.setObject(2, at(instant));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }

    private static boolean is(Connection connection, String question, Instant instant) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setObject(1, at(instant));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
