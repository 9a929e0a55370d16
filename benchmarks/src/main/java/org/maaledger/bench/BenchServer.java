package org.maaledger.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The PostgreSQL server of a run: one for all that is compared, with a database for each. Durable, and proved so; its files lie on a
 * disk and not in memory.
 */
public final class BenchServer implements AutoCloseable {

    /** The owner of the logs: it migrates. */
    public static final String OWNER = "maal_owner";
    /** The user that the ledger works as. */
    public static final String APP = "maal_app";

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final EmbeddedPostgres postgres;
    private final WorkFolder folder;

    private BenchServer(EmbeddedPostgres postgres, WorkFolder folder) {
        this.postgres = postgres;
        this.folder = folder;
    }

    /** Starts it with its files among what the build of {@code checkout} makes. */
    public static BenchServer start(Path checkout) throws IOException, SQLException {
        WorkFolder folder = WorkFolder.in(checkout, "bench");
        String kind = Files.getFileStore(folder.path()).type();
        if (kind.equals("tmpfs") || kind.equals("ramfs")) {
            throw new IOException(
                    "%s lies in memory (%s): what is written there is not durable".formatted(folder.path(), kind));
        }
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(folder.path().resolve("data").toFile())
                .setPGStartupWait(Duration.ofSeconds(60))
                .setServerConfig("max_connections", "800")
                .setServerConfig("max_wal_size", "4GB");
        DURABLE.forEach(setting -> builder.setServerConfig(setting, "on"));
        BenchServer server = new BenchServer(builder.start(), folder);
        server.settings(DURABLE).forEach((name, value) -> {
            if (!value.equals("on")) {
                throw new IllegalStateException("%s is %s: commits would not be durable".formatted(name, value));
            }
        });
        try (Connection connection = server.postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE ROLE maal_owner LOGIN; CREATE ROLE maal_app LOGIN");
        }
        return server;
    }

    /** A new and empty database that belongs to {@link #OWNER}; an old one of the name is dropped. */
    public void create(String database) throws SQLException {
        drop(database);
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + database + " OWNER maal_owner");
            statement.execute("GRANT CONNECT, CREATE ON DATABASE " + database + " TO maal_app");
        }
    }

    /** Gives back the room of {@code database}; whoever is still connected is cut off. */
    public void drop(String database) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
    }

    /** Fresh connections of {@code user}. */
    public DataSource connections(String user, String database) {
        return postgres.getDatabase(user, database);
    }

    /** Pooled connections of {@code user}. */
    public HikariDataSource pool(String user, String database, int connections) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername(user);
        config.setMaximumPoolSize(connections);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }

    /** The address of {@code database}, without a user. */
    public String url(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(postgres.getPort(), database);
    }

    /** Writes all that is dirty to disk, so that one measurement does not pay for the one before. */
    public void checkpoint() throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CHECKPOINT");
        }
    }

    /** What the server says of its settings called {@code names}. */
    public Map<String, String> settings(List<String> names) throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String name : names) {
                try (ResultSet row = statement.executeQuery("SHOW " + name)) {
                    row.next();
                    settings.put(name, row.getString(1));
                }
            }
        }
        return settings;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        folder.close();
    }
}
