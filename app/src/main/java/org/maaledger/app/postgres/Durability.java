package org.maaledger.app.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maaledger.app.settings.CannotStart;

/** Proves that what the server answers as committed is on the disk, by asking it. */
final class Durability {

    private static final List<String> SETTINGS = List.of("fsync", "synchronous_commit", "full_page_writes");

    /** Values under which a commit that was answered survives a crash. */
    private static final Map<String, Set<String>> SAFE = Map.of(
            "fsync", Set.of("on"),
            "synchronous_commit", Set.of("on", "local", "remote_write", "remote_apply"),
            "full_page_writes", Set.of("on"));

    private Durability() {}

    /** What the server says about itself, by name. */
    static Map<String, String> shown(Connection connection) throws SQLException {
        Map<String, String> shown = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement()) {
            for (String setting : SETTINGS) {
                try (ResultSet result = statement.executeQuery("SHOW " + setting)) {
                    result.next();
                    shown.put(setting, result.getString(1));
                }
            }
        }
        return shown;
    }

    static void prove(Connection connection) throws SQLException {
        shown(connection).forEach((setting, value) -> {
            if (!SAFE.getOrDefault(setting, Set.of()).contains(value)) {
                throw new CannotStart(
                        "This PostgreSQL would lose what was recorded: %s is %s. Set it to on and start again."
                                .formatted(setting, value));
            }
        });
    }
}
