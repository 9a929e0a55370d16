package org.maaledger.bench.peer;

import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.common.jpa.SimpleEntityManagerProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.AbstractDomainEventEntry;
import org.axonframework.eventhandling.AbstractEventEntry;
import org.axonframework.eventhandling.AbstractSequencedDomainEventEntry;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.AbstractSnapshotEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.DomainEventEntry;
import org.axonframework.eventsourcing.eventstore.jpa.JpaEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jpa.SnapshotEventEntry;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.hibernate.jpa.HibernatePersistenceConfiguration;
import org.maaledger.bench.BenchServer;
import org.maaledger.command.config.SnapshotJson;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.SharedEntityManagerCreator;

/** Axon's own JPA engine on Hibernate under the command side, with everything that made it faster. */
public final class JpaPeer {

    private static final String SETTINGS =
            "stock engine of Axon 4.13 on Hibernate; as the JDBC engine, and: bytea instead of large"
                    + " objects, positions from a sequence fifty at a time, JDBC batches, connections without autocommit, no second level"
                    + " cache";

    /** Hibernate's name for the sequence, and its number of positions at a time. */
    private static final String SEQUENCE = ";\nCREATE SEQUENCE DomainEventEntry_SEQ INCREMENT BY 50";

    private static final List<Class<?>> MAPPED = List.of(
            DomainEventEntry.class,
            AbstractSequencedDomainEventEntry.class,
            AbstractDomainEventEntry.class,
            AbstractEventEntry.class,
            SnapshotEventEntry.class,
            AbstractSnapshotEventEntry.class);

    private JpaPeer() {}

    /** Makes the database and starts on it. */
    public static Engine start(BenchServer server, String database) throws SQLException {
        HikariDataSource pool = JdbcPeer.prepared(server, database, JdbcPeer.SCHEMA + SEQUENCE, false);
        PersistenceConfiguration hibernate = new HibernatePersistenceConfiguration("events")
                .property("hibernate.dialect", BytesInTheRow.class.getName())
                .property("hibernate.connection.datasource", pool)
                .property("hibernate.connection.provider_disables_autocommit", true)
                .property("hibernate.jdbc.batch_size", JdbcPeer.PAGE)
                .property("hibernate.cache.use_second_level_cache", false);
        MAPPED.forEach(hibernate::managedClass);
        EntityManagerFactory factory = hibernate.createEntityManagerFactory();
        JpaEventStorageEngine storage = new WithSnapshots(
                JpaEventStorageEngine.builder()
                        .entityManagerProvider(new SimpleEntityManagerProvider(
                                SharedEntityManagerCreator.createSharedEntityManager(factory)))
                        .eventSerializer(new EventForm())
                        .snapshotSerializer(SnapshotJson.serializer())
                        .persistenceExceptionResolver(new DuplicateKeys())
                        .batchSize(JdbcPeer.PAGE),
                new SpringTransactionManager(new JpaTransactionManager(factory)));
        return new Engine(
                new Engine.Traits("stock Axon JPA", SETTINGS, "DomainEventEntry", JdbcPeer.ROW_BYTES, true),
                storage,
                new Engine.Connections(pool, server.connections(BenchServer.OWNER, database)),
                CommandNode.on(storage, new StoredStreams(storage), NothingGuarded::new),
                List.of(factory::close));
    }

    /** Stores snapshots in a transaction; Axon's own snapshotter would see to that, the one of the command side leaves it to the engine. */
    private static final class WithSnapshots extends JpaEventStorageEngine {

        private final TransactionManager transactions;

        WithSnapshots(Builder builder, TransactionManager transactions) {
            super(builder.transactionManager(transactions));
            this.transactions = transactions;
        }

        @Override
        protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
            transactions.executeInTransaction(() -> super.storeSnapshot(snapshot, serializer));
        }
    }
}
