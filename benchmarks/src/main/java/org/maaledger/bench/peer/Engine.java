package org.maaledger.bench.peer;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.maaledger.command.shell.Dispatch;

/** An event store under the command side, in a database of its own. */
public final class Engine implements AutoCloseable {

    /**
     * How one is told from the others.
     *
     * @param name in the table of figures
     * @param settings how it was tuned, in words
     * @param table where its events lie
     * @param bytes how many bytes the stored form of one row of it has, in SQL
     * @param onePerCommand whether each command in flight takes a connection to the database
     */
    record Traits(String name, String settings, String table, String bytes, boolean onePerCommand) {}

    /**
     * Its connections.
     *
     * @param pool for its reads, and for its appends where it has no appender of its own
     * @param owner of its tables
     */
    record Connections(HikariDataSource pool, DataSource owner) {}

    /** For its snapshots, and for one who looks. */
    private static final int BESIDE_COMMANDS = 2;

    private static final Duration CONNECTING_MAX = Duration.ofSeconds(10);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(10);

    private final Traits traits;
    private final EventStorageEngine storage;
    private final HikariDataSource pool;
    private final DataSource owner;
    private final CommandNode node;
    private final List<Runnable> parts;

    /** @param parts how what belongs to it ends, in this order, after the node and before the pool */
    Engine(Traits traits, EventStorageEngine storage, Connections connections, CommandNode node, List<Runnable> parts) {
        this.traits = traits;
        this.storage = storage;
        this.pool = connections.pool();
        this.owner = connections.owner();
        this.node = node;
        this.parts = List.copyOf(parts);
    }

    /** Its name, as it stands in the table of figures. */
    public String name() {
        return traits.name();
    }

    /** How it was tuned, in words. */
    public String settings() {
        return traits.settings();
    }

    /** Where commands are handed in. */
    public Dispatch dispatch() {
        return node.dispatch();
    }

    /** What its readers listen to. */
    public EventStore events() {
        return node.events();
    }

    /** The connections for its reads, and for its appends where it has no appender of its own. */
    public HikariDataSource pool() {
        return pool;
    }

    /** How often a command was decided again because a stream had moved on. */
    public long conflicts() {
        return node.conflicts();
    }

    /** Makes room for as many commands at a time. */
    public void makeRoomFor(int commands) {
        if (traits.onePerCommand()) {
            int wanted = commands + BESIDE_COMMANDS;
            int before = pool.getMaximumPoolSize();
            pool.setMaximumPoolSize(wanted);
            pool.setMinimumIdle(wanted);
            if (wanted < before) {
                // The server has room for one large number only.
                pool.getHikariPoolMXBean().softEvictConnections();
            }
            long end = System.nanoTime() + CONNECTING_MAX.toNanos();
            while (pool.getHikariPoolMXBean().getTotalConnections() < wanted && System.nanoTime() < end) {
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        }
    }

    /** Stores {@code events} in one transaction, as the engine itself does, past the command side. */
    public void store(List<? extends DomainEventMessage<?>> events) {
        storage.appendEvents(events);
    }

    /** How many events are stored. */
    public long stored() throws SQLException {
        return Math.round(number("SELECT count(*) FROM " + traits.table()));
    }

    /** How many bytes an event has, in the mean of the newest thousand. */
    public double bytesPerEvent() throws SQLException {
        return number("SELECT avg(%s) FROM (SELECT * FROM %s ORDER BY 1 DESC LIMIT 1000) AS newest"
                .formatted(traits.bytes(), traits.table()));
    }

    /** Brings the statistics and the visibility map up to what was stored; no automatic run does it in another engine's turn. */
    public void tidy() throws SQLException {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER TABLE " + traits.table() + " SET (autovacuum_enabled = off)");
            statement.execute("VACUUM (ANALYZE) " + traits.table());
        }
    }

    private double number(String sql) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getDouble(1);
        }
    }

    @Override
    public void close() {
        node.close();
        parts.forEach(Runnable::run);
        pool.close();
    }
}
