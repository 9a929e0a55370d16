package org.maaledger.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.ConnectionWrapperFactory;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.PostgresEventTableFactory;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.json.JacksonSerializer;

/** The control: Axon's own JdbcEventStorageEngine with its default settings, and writers that hold their transactions. */
final class StockLog implements LogWithOpenTransaction {

    private static final int EVENTS_EACH = 100;

    private final Connection held;
    private final Connection others;
    private final JdbcEventStorageEngine reader;

    StockLog(DataSource database) throws SQLException {
        held = database.getConnection();
        others = database.getConnection();
        reader = engine(database::getConnection);
        reader.createSchema(PostgresEventTableFactory.INSTANCE);
        held.setAutoCommit(false);
        others.setAutoCommit(false);
    }

    @Override
    public void appendAndHold(Instant time) {
        engine(unclosed(held)).appendEvents(List.of(event(time)));
    }

    @Override
    public void append(int count, Instant time) throws SQLException {
        for (int left = count; left > 0; left -= EVENTS_EACH) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            for (int i = 0; i < Math.min(left, EVENTS_EACH); i++) {
                events.add(event(time));
            }
            engine(unclosed(others)).appendEvents(events);
            others.commit();
        }
    }

    @Override
    public void commitHeld() throws SQLException {
        held.commit();
    }

    @Override
    public EventStorageEngine reader() {
        return reader;
    }

    @Override
    public void close() throws SQLException {
        held.close();
        others.close();
    }

    private static JdbcEventStorageEngine engine(ConnectionProvider connections) {
        return JdbcEventStorageEngine.builder()
                .connectionProvider(connections)
                .transactionManager(NoTransactionManager.instance())
                .eventSerializer(JacksonSerializer.defaultSerializer())
                .snapshotSerializer(JacksonSerializer.defaultSerializer())
                .build();
    }

    private static ConnectionProvider unclosed(Connection connection) {
        return () -> ConnectionWrapperFactory.wrap(connection, new ConnectionWrapperFactory.NoOpCloseHandler());
    }

    private static DomainEventMessage<?> event(Instant time) {
        String id = UUID.randomUUID().toString();
        return new GenericDomainEventMessage<>("sample", id, 0, "a reading", MetaData.emptyInstance(), id, time);
    }
}
