package org.maaledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** The statements of the append protocol, in the order in which one transaction says them. */
final class LogTransaction {

    /** The lock of the log, one for each database: "maal" in hexadecimal digits, written so that PostgreSQL 15 reads it. */
    static final String LOCK = "SELECT pg_advisory_xact_lock(1835098476)";

    /** Held by any number of readers, and by none while a batch is between its time and its commit. */
    static final String LOCK_SHARED = "SELECT pg_advisory_xact_lock_shared(1835098476)";

    private static final String SEQUENCES = """
            SELECT s.stream, coalesce(e.sequence, -1)
            FROM unnest(?::text[]) AS s (stream) LEFT JOIN LATERAL (
                SELECT sequence FROM ledger.event
                WHERE aggregate_id = s.stream ORDER BY sequence DESC LIMIT 1) AS e ON true""";

    /** Lock first, in a statement of its own, so that what follows sees all that earlier holders committed; one round trip. */
    private static final String LOCK_AND_STATE = LOCK + """
            ;
            SELECT clock_timestamp(), e.position, e.recorded_at
            FROM (VALUES (1)) AS one LEFT JOIN LATERAL (
                SELECT position, recorded_at FROM ledger.event ORDER BY position DESC LIMIT 1) AS e ON true""";

    private static final String ANSWERS = """
            SELECT c.client, c.key, i.request_hash, i.first_position, i.event_count
            FROM unnest(?::text[], ?::text[]) AS c (client, key) CROSS JOIN LATERAL (
                SELECT request_hash, first_position, event_count FROM ledger.idempotency
                WHERE client = c.client AND key = c.key LIMIT 1) AS i""";

    private static final String FIND = "SELECT event_id, position FROM ledger.event WHERE event_id = ANY (?::uuid[])";

    private final Connection connection;

    LogTransaction(Connection connection) {
        this.connection = connection;
    }

    /** Takes the lock and says how things stand with {@code streams} and {@code claims}; one round trip. */
    LogState lock(Set<String> streams, List<AppendContext.Claim> claims) throws SQLException {
        String question = LOCK_AND_STATE
                + (streams.isEmpty() ? "" : ";\n" + SEQUENCES)
                + (claims.isEmpty() ? "" : ";\n" + ANSWERS);
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            int parameter = 0;
            if (!streams.isEmpty()) {
                Jdbc.setTexts(statement, ++parameter, streams);
            }
            if (!claims.isEmpty()) {
                Jdbc.setTexts(statement, ++parameter, texts(claims, AppendContext.Claim::client));
                Jdbc.setTexts(statement, ++parameter, texts(claims, AppendContext.Claim::key));
            }
            statement.execute();
            ResultSet head = next(statement);
            head.next();
            Instant clock = instant(head, 1);
            long position = head.getLong(2);
            Instant last = position == 0 ? null : instant(head, 3);
            return new LogState(
                    position,
                    last,
                    clock,
                    streams.isEmpty() ? Map.of() : sequences(next(statement)),
                    claims.isEmpty() ? Map.of() : answers(next(statement)));
        }
    }

    /** The last sequence of each of {@code streams}; under the lock they stay as they are. */
    Map<String, Long> sequences(Set<String> streams) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SEQUENCES)) {
            Jdbc.setTexts(statement, 1, streams);
            return sequences(statement.executeQuery());
        }
    }

    /** Takes the lock, after which the absence of an event is final, and finds the positions of {@code events}. */
    Map<UUID, Long> lockAndFind(Collection<UUID> events) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                PreparedStatement find = connection.prepareStatement(FIND)) {
            lock.execute();
            find.setArray(1, connection.createArrayOf("uuid", events.toArray()));
            Map<UUID, Long> found = new HashMap<>();
            try (ResultSet rows = find.executeQuery()) {
                while (rows.next()) {
                    found.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
            return found;
        } finally {
            connection.rollback();
        }
    }

    private static ResultSet next(PreparedStatement statement) throws SQLException {
        if (!statement.getMoreResults()) {
            throw new SQLException("the database left out an answer");
        }
        return statement.getResultSet();
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class)
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toInstant();
    }

    private static Map<String, Long> sequences(ResultSet rows) throws SQLException {
        Map<String, Long> sequences = new HashMap<>();
        while (rows.next()) {
            sequences.put(rows.getString(1), rows.getLong(2));
        }
        return sequences;
    }

    private static Map<LogState.Key, FirstAnswer> answers(ResultSet rows) throws SQLException {
        Map<LogState.Key, FirstAnswer> answers = new HashMap<>();
        while (rows.next()) {
            answers.put(
                    new LogState.Key(rows.getString(1), rows.getString(2)),
                    new FirstAnswer(rows.getString(3), rows.getLong(4), rows.getInt(5)));
        }
        return answers;
    }

    private static List<String> texts(List<AppendContext.Claim> claims, Function<AppendContext.Claim, String> text) {
        return claims.stream().map(text).toList();
    }
}
