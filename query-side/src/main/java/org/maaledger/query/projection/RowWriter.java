package org.maaledger.query.projection;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes collected rows, one statement or two for each table, whatever the size of the batch. */
final class RowWriter {

    private final JdbcTemplate jdbc;

    RowWriter(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void write(Projector projection, Generation generation, Map<Table, Rows.Writing> writing) {
        if (writing.isEmpty()) {
            return;
        }
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            // The planner guesses badly about tables that have just grown: it must always find rows to close by their
            // key.
            try (var statement = connection.createStatement()) {
                statement.execute(
                        "set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off");
            }
            for (Table table : projection.tables()) {
                Rows.Writing rows = writing.get(table);
                if (rows != null) {
                    String name = generation.schema() + "." + table.name();
                    close(connection, name, rows.replaced());
                    insert(connection, name, table, rows.versions());
                }
            }
            return true;
        });
    }

    private static void close(Connection connection, String table, Map<String, Long> replaced) throws SQLException {
        if (replaced.isEmpty()) {
            return;
        }
        // Key by key through the index: left a choice, the planner may compare every key with every row of a table that
        // has
        // just grown.
        String update = """
                with due as materialized (
                    select o.place, c.position from unnest(?::text[], ?::bigint[]) as c (key, position)
                    cross join lateral (
                        select t.ctid as place from %1$s t
                        where t.row_key = c.key and t.to_position = %2$d limit 1) o)
                update %1$s r set to_position = due.position from due where r.ctid = due.place""".formatted(table, Table.OPEN);
        Array keys = connection.createArrayOf("text", replaced.keySet().toArray());
        Array positions = connection.createArrayOf("bigint", replaced.values().toArray());
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            statement.setArray(1, keys);
            statement.setArray(2, positions);
            statement.executeUpdate();
        } finally {
            keys.free();
            positions.free();
        }
    }

    private static void insert(Connection connection, String name, Table table, List<Rows.Version> versions)
            throws SQLException {
        if (versions.isEmpty()) {
            return;
        }
        CopyText text = new CopyText();
        versions.forEach(text::row);
        String copy = "copy %s (row_key, from_position, to_position, valid_from, %s) from stdin"
                .formatted(name, String.join(", ", table.columns()));
        try {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy, new ByteArrayInputStream(text.bytes()));
        } catch (IOException e) {
            throw new IllegalStateException("a text in memory could not be read", e);
        }
    }
}
