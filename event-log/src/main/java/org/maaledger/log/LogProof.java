package org.maaledger.log;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.maaledger.kernel.canonical.CanonicalJson;

/**
 * Reads a whole log and holds it to what every log must be: positions 1, 2, 3 without a gap; each event readable, in canonical form, its columns
 * saying what its bytes say; time never backwards; sequences 0, 1, 2 in the order of positions in every stream; each text of the vault the one
 * that was committed to; no idempotency key for events that are not there.
 *
 * <p>It reads through a connection that is handed in, so that a log can be proved in the very transaction that writes it. It goes
 * through the log once, in little memory; what has to be sorted, the database sorts.
 */
public final class LogProof {

    /** Rows that the driver holds at a time. */
    private static final int FETCH = 2_000;

    /** How often whoever waits is told. */
    private static final int TELL_EVERY = 10_000;

    private static final String EVENTS = """
            SELECT position, event_id, aggregate_id, sequence, aggregate_type, name, revision,
                   (extract(epoch FROM recorded_at) * 1000000)::bigint, acted_on, stored
            FROM ledger.event ORDER BY position""";

    private static final String STREAMS = """
            SELECT position FROM (
                SELECT position, sequence, row_number() OVER stream - 1 AS place, lag(position) OVER stream AS before
                FROM ledger.event WINDOW stream AS (PARTITION BY aggregate_id ORDER BY sequence)) AS places
            WHERE sequence <> place OR before > position ORDER BY position LIMIT 1""";

    private static final String TEXTS = """
            SELECT ref FROM vault.text
            WHERE ref <> encode(sha256(salt || convert_to(text, 'UTF8')), 'hex') LIMIT 1""";

    private static final String KEYS = """
            SELECT first_position FROM ledger.idempotency
            WHERE event_count > 0 AND (first_position < 1 OR first_position + event_count - 1 > ?) LIMIT 1""";

    private final Connection connection;
    private final EnvelopeReader envelopes;

    private LogProof(Connection connection, EventSerializer serializer) {
        this.connection = connection;
        this.envelopes = new EnvelopeReader(serializer);
    }

    /**
     * Proves the log that {@code connection} sees, in the transaction that is open there.
     *
     * @param progress told the position reached, from time to time
     * @return the last position
     * @throws CorruptHistory at the first thing that is wrong
     */
    public static long of(Connection connection, EventSerializer serializer, LongConsumer progress) {
        LogProof proof = new LogProof(connection, serializer);
        try {
            if (connection.getAutoCommit()) {
                throw new IllegalArgumentException("a log is proved in one transaction");
            }
            long head = proof.events(progress);
            proof.streams();
            proof.texts();
            proof.keys(head);
            return head;
        } catch (SQLException e) {
            throw new LogUnreadable(e);
        }
    }

    private long events(LongConsumer progress) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH);
            try (ResultSet row = statement.executeQuery(EVENTS)) {
                long position = 0;
                Instant time = Instant.MIN;
                while (row.next()) {
                    position++;
                    time = event(position, row, time);
                    if (position % TELL_EVERY == 0) {
                        progress.accept(position);
                    }
                }
                return position;
            }
        }
    }

    /** Checks one event; returns its time. */
    private Instant event(long position, ResultSet row, Instant before) throws SQLException {
        if (row.getLong(1) != position) {
            throw new CorruptHistory(position, "it is missing; the next one is at " + row.getLong(1), null);
        }
        byte[] stored = row.getBytes(10);
        Envelope envelope = envelopes.read(position, stored).envelope();
        if (!CanonicalJson.isCanonical(stored)) {
            throw new CorruptHistory(position, "its bytes are not in canonical form", null);
        }
        same(position, "event_id", row.getObject(2, UUID.class), envelope.eventId());
        same(position, "aggregate_id", row.getString(3), envelope.aggregateId());
        same(position, "sequence", row.getLong(4), envelope.sequence());
        same(position, "aggregate_type", row.getString(5), envelope.aggregateType());
        same(position, "name", row.getString(6), envelope.name());
        same(position, "revision", row.getInt(7), envelope.revision());
        same(position, "recorded_at", Instant.EPOCH.plus(row.getLong(8), ChronoUnit.MICROS), envelope.recordedAt());
        same(position, "acted_on", row.getObject(9, LocalDate.class), envelope.actedOn());
        if (envelope.recordedAt().isBefore(before)) {
            throw new CorruptHistory(position, "it was recorded before the one before it", null);
        }
        return envelope.recordedAt();
    }

    private static <T> void same(long position, String column, T indexed, T recorded) {
        if (!indexed.equals(recorded)) {
            throw new CorruptHistory(
                    position, "the column %s says %s and its bytes say %s".formatted(column, indexed, recorded), null);
        }
    }

    private void streams() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(STREAMS)) {
            if (row.next()) {
                throw new CorruptHistory(row.getLong(1), "it is not the next one of its stream", null);
            }
        }
    }

    private void texts() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TEXTS)) {
            if (row.next()) {
                throw new CorruptHistory(
                        0,
                        "the text of the vault under %s is another than was committed to".formatted(row.getString(1)),
                        null);
            }
        }
    }

    private void keys(long head) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEYS)) {
            statement.setLong(1, head);
            try (ResultSet row = statement.executeQuery()) {
                if (row.next()) {
                    throw new CorruptHistory(
                            row.getLong(1), "an idempotency key stands for it and the log ends at " + head, null);
                }
            }
        }
    }
}
