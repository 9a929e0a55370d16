package org.maaledger.app.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table that holds what was recorded and cannot be worked out again.
 *
 * @param order the columns of its primary key, so that two backups of the same rows are the same
 */
record RecordTable(String schema, String table, String order) {

    /** All of them. A test holds this against the tables that the migrations make. */
    static final List<RecordTable> ALL = List.of(
            new RecordTable("ledger", "event", "position"),
            new RecordTable("ledger", "idempotency", "client, key"),
            new RecordTable("vault", "text", "ref"),
            new RecordTable("vault", "actor", "actor"));

    /** What the schemas hold besides: states worked out from the log, and which migrations were run. */
    static final List<String> LEFT_OUT = List.of("ledger.snapshot", "ledger.migration");

    private static final String COLUMNS = """
            SELECT column_name FROM information_schema.columns
            WHERE table_schema = ? AND table_name = ? AND is_generated = 'NEVER' ORDER BY ordinal_position""";

    String name() {
        return schema + "." + table;
    }

    /** Its columns in the database at hand, which may be older or newer than another's. */
    List<String> columns(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            List<String> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
            return columns;
        }
    }

    /** Gives its rows in PostgreSQL's text format, which every version reads. */
    String copyOut(List<String> columns) {
        return "COPY (SELECT %s FROM %s ORDER BY %s) TO STDOUT".formatted(quoted(columns), name(), order);
    }

    /** Takes them. */
    String copyIn(List<String> columns) {
        return "COPY %s (%s) FROM STDIN".formatted(name(), quoted(columns));
    }

    private static String quoted(List<String> columns) {
        return columns.stream()
                .map(column -> '"' + column.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(", "));
    }
}
