package org.maaledger.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The tables of all projections as they lie in a database, every row of them as it stood at one position. */
final class ProjectionTables {

    private static final Duration REACHED_WITHIN = Duration.ofMinutes(1);

    private static final String TABLES = """
            SELECT p.name || '.' || t.table_name AS name, t.table_schema || '.' || t.table_name AS place
            FROM query.projection p JOIN information_schema.tables t
            ON t.table_schema = 'q_' || p.name || '_' || p.serving""";

    private ProjectionTables() {}

    /** By the names of projection and table, the rows of each, in an order that does not depend on how they came there. */
    static Map<String, List<String>> at(long position, Connection connection) throws SQLException {
        awaitReached(position, connection);
        Map<String, List<String>> tables = new TreeMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet table = statement.executeQuery(TABLES)) {
            while (table.next()) {
                tables.put(table.getString("name"), rows(connection, table.getString("place"), position));
            }
        }
        return tables;
    }

    /** The built-in PostgreSQL that runs on {@code data}, as the user who owns the tables. */
    static Connection embedded(Path data) throws IOException, SQLException {
        Properties secrets = new Properties();
        try (var in = Files.newInputStream(data.resolve("secrets"))) {
            secrets.load(in);
        }
        String port = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid"))
                .get(3);
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%s/maal".formatted(port.strip()), "maal_app", secrets.getProperty("app"));
    }

    /** What ended a row later than the position had not ended it then. */
    private static List<String> rows(Connection connection, String table, long position) throws SQLException {
        return texts(connection, """
                SELECT (to_jsonb(t) - 'to_position')::text || CASE WHEN to_position > %2$d THEN '' ELSE ' to ' || to_position END
                FROM %1$s AS t WHERE from_position <= %2$d""".formatted(table, position));
    }

    private static boolean reached(long position, Connection connection) throws SQLException {
        return texts(connection, """
                SELECT 'behind' FROM query.projection p JOIN query.generation g
                ON g.projection = p.name AND g.number = p.serving WHERE g.position < %d""".formatted(position)).isEmpty();
    }

    private static void awaitReached(long position, Connection connection) throws SQLException {
        Instant deadline = Instant.now().plus(REACHED_WITHIN);
        while (!reached(position, connection)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("the projections did not reach position " + position);
            }
            pause();
        }
    }

    private static List<String> texts(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            // Not by the database: each has an order of its own for texts.
            texts.sort(Comparator.naturalOrder());
            return texts;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
