package org.maaledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Writes all events of a batch, with their idempotency keys and vault texts, in one statement. */
final class LogInsert {

    private static final String INSERT = """
            WITH claim AS (
                INSERT INTO ledger.idempotency (client, key, request_hash, first_position, event_count, recorded_at)
                SELECT c.*, ? FROM unnest(?::text[], ?::text[], ?::text[], ?::bigint[], ?::int[]) AS c),
            text AS (
                INSERT INTO vault.text (ref, text, salt)
                SELECT * FROM unnest(?::text[], ?::text[], ?::bytea[]) ON CONFLICT (ref) DO NOTHING)
            INSERT INTO ledger.event
                (recorded_at, position, event_id, aggregate_id, sequence, aggregate_type, name, revision, acted_on, stored)
            SELECT ?, e.position, e.event_id, e.aggregate_id, e.sequence, e.aggregate_type, e.name, e.revision,
                DATE '1970-01-01' + e.acted_on, e.stored
            FROM unnest(?::bigint[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::int[], ?::int[], ?::bytea[])
                AS e (position, event_id, aggregate_id, sequence, aggregate_type, name, revision, acted_on, stored)""";

    private final Instant recordedAt;
    private final List<Admission.Admitted> admitted;

    LogInsert(List<Admission.Admitted> admitted, Instant recordedAt) {
        this.admitted = admitted;
        this.recordedAt = recordedAt;
    }

    void execute(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            Columns columns = new Columns(connection, statement);
            columns.set(recordedAt);
            bindClaims(columns);
            bindTexts(columns);
            columns.set(recordedAt);
            bindEvents(columns);
            statement.executeUpdate();
        }
    }

    private void bindClaims(Columns columns) throws SQLException {
        List<Object> clients = new ArrayList<>();
        List<Object> keys = new ArrayList<>();
        List<Object> hashes = new ArrayList<>();
        List<Object> first = new ArrayList<>();
        List<Object> counts = new ArrayList<>();
        for (Admission.Admitted one : admitted) {
            AppendContext.Claim claim = one.append().claim();
            if (claim != null) {
                clients.add(claim.client());
                keys.add(claim.key());
                hashes.add(claim.requestHash());
                first.add(one.first());
                counts.add(one.append().events().size());
            }
        }
        columns.set("text", clients.toArray());
        columns.set("text", keys.toArray());
        columns.set("text", hashes.toArray());
        columns.set("int8", first.toArray());
        columns.set("int4", counts.toArray());
    }

    private void bindTexts(Columns columns) throws SQLException {
        List<AppendContext.VaultText> texts =
                admitted.stream().flatMap(one -> one.append().texts().stream()).toList();
        columns.set("text", texts.stream().map(text -> text.ref().value()).toArray());
        columns.set("text", texts.stream().map(AppendContext.VaultText::text).toArray());
        columns.set("bytea", texts.stream().map(AppendContext.VaultText::salt).toArray(byte[][]::new));
    }

    private void bindEvents(Columns columns) throws SQLException {
        List<EnvelopeWriter.Rendered> events =
                admitted.stream().flatMap(one -> one.append().events().stream()).toList();
        byte[] at = EnvelopeWriter.recordedAt(recordedAt);
        long head = admitted.getFirst().first();
        Object[] positions = new Object[events.size()];
        byte[][] stored = new byte[events.size()][];
        for (int i = 0; i < stored.length; i++) {
            positions[i] = head + i;
            stored[i] = events.get(i).halves().splice(head + i, at);
        }
        columns.set("int8", positions);
        columns.set("uuid", events.stream().map(e -> e.event().eventId()).toArray());
        columns.set("text", events.stream().map(EnvelopeWriter.Rendered::stream).toArray());
        columns.set("int8", events.stream().map(e -> e.event().sequence()).toArray());
        columns.set("text", events.stream().map(e -> e.entry().aggregateType()).toArray());
        columns.set("text", events.stream().map(e -> e.entry().name()).toArray());
        columns.set("int4", events.stream().map(e -> e.entry().revision()).toArray());
        columns.set(
                "int4",
                events.stream().map(e -> (int) e.event().actedOn().toEpochDay()).toArray());
        columns.set("bytea", stored);
    }

    /** Sets one parameter after the other. */
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

        void set(Instant instant) throws SQLException {
            statement.setObject(++index, instant.atOffset(ZoneOffset.UTC));
        }
    }
}
