package org.maaledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Writes all events of a batch, with their idempotency keys and vault texts, in one statement. Parts that a batch has nothing for are
 * left out, because the server takes as long to begin and end one as to insert some events.
 */
final class LogInsert {

    private static final String CLAIMS = """
            claim AS (
                INSERT INTO ledger.idempotency (client, key, request_hash, first_position, event_count, recorded_at)
                SELECT c.*, ? FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[]) AS c)""";

    private static final String TEXTS = """
            text AS (
                INSERT INTO vault.text (ref, text, salt)
                SELECT * FROM unnest(?::text[], ?::text[], ?::bytea[]) ON CONFLICT (ref) DO NOTHING)""";

    private static final String EVENTS = """
            INSERT INTO ledger.event
                (recorded_at, position, event_id, aggregate_id, sequence, aggregate_type, name, revision, acted_on, stored)
            SELECT ?, e.position, e.event_id, e.aggregate_id, e.sequence, e.aggregate_type, e.name, e.revision,
                DATE '1970-01-01' + e.acted_on, e.stored
            FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::int[], ?::bytea[])
                AS e (position, event_id, aggregate_id, sequence, aggregate_type, name, revision, acted_on, stored)""";

    private final Instant recordedAt;
    private final List<Admission.Admitted> claiming;
    private final List<AppendContext.VaultText> texts;
    private final List<EnvelopeWriter.Rendered> events;
    private final long first;

    LogInsert(List<Admission.Admitted> admitted, Instant recordedAt) {
        this.recordedAt = recordedAt;
        this.claiming =
                admitted.stream().filter(one -> one.append().claim() != null).toList();
        this.texts =
                admitted.stream().flatMap(one -> one.append().texts().stream()).toList();
        this.events =
                admitted.stream().flatMap(one -> one.append().events().stream()).toList();
        this.first = admitted.getFirst().first();
    }

    void execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(statement())) {
            Columns columns = new Columns(connection, statement);
            if (!claiming.isEmpty()) {
                bindClaims(columns);
            }
            if (!texts.isEmpty()) {
                bindTexts(columns);
            }
            bindEvents(columns);
            statement.executeUpdate();
        }
    }

    private String statement() {
        if (claiming.isEmpty() && texts.isEmpty()) {
            return EVENTS;
        }
        String between = claiming.isEmpty() || texts.isEmpty() ? "" : ",\n";
        return "WITH " + (claiming.isEmpty() ? "" : CLAIMS) + between + (texts.isEmpty() ? "" : TEXTS) + "\n" + EVENTS;
    }

    private void bindClaims(Columns columns) throws SQLException {
        columns.set(recordedAt);
        columns.texts(claiming, one -> claim(one).client());
        columns.texts(claiming, one -> claim(one).key());
        columns.texts(claiming, one -> claim(one).requestHash());
        columns.longs(claiming, Admission.Admitted::first);
        columns.ints(claiming, one -> one.append().events().size());
    }

    private static AppendContext.Claim claim(Admission.Admitted one) {
        return Objects.requireNonNull(one.append().claim());
    }

    private void bindTexts(Columns columns) throws SQLException {
        columns.texts(texts, text -> text.ref().value());
        columns.texts(texts, AppendContext.VaultText::text);
        columns.set("bytea", texts.stream().map(AppendContext.VaultText::salt).toArray(byte[][]::new));
    }

    private void bindEvents(Columns columns) throws SQLException {
        byte[] at = EnvelopeWriter.recordedAt(recordedAt);
        Long[] positions = new Long[events.size()];
        byte[][] stored = new byte[positions.length][];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = first + i;
            stored[i] = events.get(i).halves().splice(positions[i], at);
        }
        columns.set(recordedAt);
        columns.set("int8", positions);
        columns.set("uuid", events.stream().map(one -> one.event().eventId()).toArray());
        columns.texts(events, EnvelopeWriter.Rendered::stream);
        columns.longs(events, one -> one.event().sequence());
        columns.texts(events, one -> one.entry().aggregateType());
        columns.texts(events, one -> one.entry().name());
        columns.ints(events, one -> one.entry().revision());
        columns.ints(events, one -> (int) one.event().actedOn().toEpochDay());
        columns.set("bytea", stored);
    }

    /** Sets one parameter after the other; arrays of these types go to the server in its own form, which it need not parse. */
    private static final class Columns {
        private final Connection connection;
        private final PreparedStatement statement;
        private int index;

        Columns(Connection connection, PreparedStatement statement) {
            this.connection = connection;
            this.statement = statement;
        }

        void set(String type, Object[] values) throws SQLException {
            statement.setArray(++index, connection.createArrayOf(type, values));
        }

        <T> void texts(List<T> rows, Function<T, String> column) throws SQLException {
            set("text", rows.stream().map(column).toArray(String[]::new));
        }

        <T> void longs(List<T> rows, Function<T, Long> column) throws SQLException {
            set("int8", rows.stream().map(column).toArray(Long[]::new));
        }

        <T> void ints(List<T> rows, Function<T, Integer> column) throws SQLException {
            set("int4", rows.stream().map(column).toArray(Integer[]::new));
        }

        void set(Instant instant) throws SQLException {
            statement.setObject(++index, instant.atOffset(ZoneOffset.UTC));
        }
    }
}
