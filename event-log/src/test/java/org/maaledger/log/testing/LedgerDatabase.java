package org.maaledger.log.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.LogSchema;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * An empty ledger in a database of its own, on one embedded PostgreSQL for each JVM.
 *
 * <p>The server runs with durable settings if the system property {@code maal.test.durable} is true; otherwise without fsync, since
 * no test pulls the plug of the machine.
 */
public final class LedgerDatabase implements AutoCloseable {

    /** The user that owns the schemas and runs migrations. */
    public static final String OWNER = "maal_owner";
    /** The user that the application runs as. */
    public static final String APP = "maal_app";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final int port;
    private final HikariDataSource pool;
    private final EventSerializer serializer = new EventSerializer();
    private final LedgerReader reader;
    private final Appender appender;

    private LedgerDatabase(int port, String name, AppenderSettings settings) {
        this.name = name;
        this.port = port;
        HikariConfig config = new HikariConfig();
        config.setDataSource(fresh());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        config.setIdleTimeout(Duration.ofSeconds(10).toMillis());
        this.pool = new HikariDataSource(config);
        this.reader = new LedgerReader(pool, serializer);
        this.appender = new Appender(fresh(), serializer, settings);
    }

    /** A new, empty ledger. */
    public static LedgerDatabase create() {
        return create(AppenderSettings.defaults());
    }

    /** A new, empty ledger whose appender has other bounds. */
    public static LedgerDatabase create(AppenderSettings settings) {
        int port = Server.RUNNING.getPort();
        String name = "ledger_" + NUMBER.incrementAndGet();
        execute(port, "CREATE DATABASE " + name + " TEMPLATE " + Template.MIGRATED + " OWNER " + OWNER);
        execute(port, "GRANT CREATE ON DATABASE " + name + " TO " + APP);
        return new LedgerDatabase(port, name, settings);
    }

    /** The first ledger on a new server of a test's own, which listens on {@code port}. */
    public static LedgerDatabase on(int port) {
        users(port);
        String name = "ledger_" + NUMBER.incrementAndGet();
        execute(port, "CREATE DATABASE " + name + " OWNER " + OWNER);
        LogSchema.migrate(source(port, OWNER, name), APP);
        execute(port, "GRANT CREATE ON DATABASE " + name + " TO " + APP);
        return new LedgerDatabase(port, name, AppenderSettings.defaults());
    }

    private static void users(int port) {
        execute(port, "CREATE ROLE " + OWNER + " LOGIN");
        execute(port, "CREATE ROLE " + APP + " LOGIN");
    }

    /** Connections as the owner. */
    public DataSource owner() {
        return source(port, OWNER, name);
    }

    /** Pooled connections as the application user. */
    public DataSource app() {
        return pool;
    }

    /** Fresh connections as the application user, for an appender of one's own. */
    public PGSimpleDataSource fresh() {
        return source(port, APP, name);
    }

    /** Connections as the server's superuser, to look at it from outside. */
    public DataSource superuser() {
        return superuser(port, name);
    }

    /** The port of the server on the loopback interface. */
    public int port() {
        return port;
    }

    /** The name of the database. */
    public String name() {
        return name;
    }

    /** The serializer of the ledger. */
    public EventSerializer serializer() {
        return serializer;
    }

    /** A reader of this ledger. */
    public LedgerReader reader() {
        return reader;
    }

    /** A running appender to this ledger. */
    public Appender appender() {
        return appender;
    }

    @Override
    public void close() {
        appender.close();
        pool.close();
        execute(port, "DROP DATABASE " + name + " WITH (FORCE)");
    }

    private static void execute(int port, String sql) {
        try (Connection connection = superuser(port, "postgres").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static DataSource superuser(int port, String database) {
        return source(port, "postgres", database);
    }

    private static PGSimpleDataSource source(int port, String user, String database) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setServerNames(new String[] {"127.0.0.1"});
        source.setPortNumbers(new int[] {port});
        source.setDatabaseName(database);
        source.setUser(user);
        source.setSslMode("disable");
        return source;
    }

    /** Migrated once; the databases of tests are copies of it. */
    private static final class Template {
        static final String MIGRATED = make();

        private static String make() {
            int port = Server.RUNNING.getPort();
            execute(port, "CREATE DATABASE ledger_template OWNER " + OWNER);
            LogSchema.migrate(source(port, OWNER, "ledger_template"), APP);
            return "ledger_template";
        }
    }

    /** Started when the first ledger is asked for, and stopped with the JVM. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "128MB")
                        .setServerConfig("max_wal_size", "2GB")
                        .setPGStartupWait(Duration.ofSeconds(60));
                if (Boolean.getBoolean("maal.test.durable")) {
                    builder.setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on");
                }
                EmbeddedPostgres server = builder.start();
                users(server.getPort());
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not start", e);
            }
        }
    }
}
