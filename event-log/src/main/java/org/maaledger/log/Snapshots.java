package org.maaledger.log;

import java.util.Optional;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;

/**
 * States of aggregates, kept to spare a replay. A state that another revision of the code made is never read, and goes when a new
 * one is stored: it is derived, and the log says the same.
 */
public final class Snapshots {

    private static final String STORE = """
            WITH outdated AS (DELETE FROM ledger.snapshot WHERE aggregate_id = ? AND code_revision <> ?)
            INSERT INTO ledger.snapshot (aggregate_id, code_revision, aggregate_type, sequence, payload_type, payload)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (aggregate_id, code_revision) DO UPDATE
            SET sequence = excluded.sequence, payload_type = excluded.payload_type, payload = excluded.payload
            WHERE snapshot.sequence < excluded.sequence""";

    private static final String READ = """
            SELECT aggregate_type, sequence, payload_type, payload FROM ledger.snapshot
            WHERE aggregate_id = ? AND code_revision = ?""";

    private final DataSource database;
    private final Serializer serializer;
    private final String codeRevision;

    /** Snapshots of the code of {@code codeRevision}, such as the build's commit. */
    public Snapshots(DataSource database, Serializer serializer, String codeRevision) {
        this.database = database;
        this.serializer = serializer;
        this.codeRevision = codeRevision;
    }

    void store(DomainEventMessage<?> snapshot) {
        SerializedObject<byte[]> state = snapshot.serializePayload(serializer, byte[].class);
        Jdbc.update(database, STORE, statement -> {
            statement.setString(1, snapshot.getAggregateIdentifier());
            statement.setString(2, codeRevision);
            statement.setString(3, snapshot.getAggregateIdentifier());
            statement.setString(4, codeRevision);
            statement.setString(5, snapshot.getType());
            statement.setLong(6, snapshot.getSequenceNumber());
            statement.setString(7, state.getType().getName());
            statement.setBytes(8, state.getData());
        });
    }

    Optional<DomainEventMessage<?>> read(String aggregate) {
        return Jdbc.<DomainEventMessage<?>>list(
                        database,
                        READ,
                        statement -> {
                            statement.setString(1, aggregate);
                            statement.setString(2, codeRevision);
                        },
                        row -> new GenericDomainEventMessage<>(
                                row.getString(1), aggregate, row.getLong(2), state(row.getString(3), row.getBytes(4))))
                .stream()
                .findFirst();
    }

    private Object state(String type, byte[] payload) {
        return serializer.<byte[], Object>deserialize(new SimpleSerializedObject<>(payload, byte[].class, type, null));
    }
}
