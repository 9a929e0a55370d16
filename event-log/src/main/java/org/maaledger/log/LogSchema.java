package org.maaledger.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** The tables of the log, made and brought up to date by their owner, with the rights of the application user. */
public final class LogSchema {

    /** The version that {@link #migrate} brings the schemas to: that of the last migration in {@code db/log}. */
    public static final String VERSION = "004";

    private static final String LOCATION = "classpath:db/log";

    private static final String APPLIED = """
            SELECT version FROM ledger.migration
            WHERE success AND version IS NOT NULL ORDER BY installed_rank DESC LIMIT 1""";

    private LogSchema() {}

    /**
     * Brings the schemas {@code ledger} and {@code vault} up to date.
     *
     * @param owner connections of the user that owns them and the database; never the one that the application runs as
     * @param applicationUser the name of that other user, which must exist
     */
    public static void migrate(DataSource owner, String applicationUser) {
        Flyway.configure()
                .dataSource(owner)
                .locations(LOCATION)
                .schemas("ledger")
                .createSchemas(true)
                .table("migration")
                .placeholders(Map.of("app", applicationUser))
                .load()
                .migrate();
    }

    /**
     * The version of the schemas as they are, or empty where there are none.
     *
     * @param owner a connection of their owner
     */
    public static Optional<String> version(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            try (ResultSet there = statement.executeQuery("SELECT to_regclass('ledger.migration') IS NOT NULL")) {
                there.next();
                if (!there.getBoolean(1)) {
                    return Optional.empty();
                }
            }
            try (ResultSet applied = statement.executeQuery(APPLIED)) {
                return applied.next() ? Optional.of(applied.getString(1)) : Optional.empty();
            }
        }
    }

    /** Whether this program knows the schemas of {@code version}: not where a newer one has made them. */
    public static boolean knows(String version) {
        return MigrationVersion.fromVersion(version).compareTo(MigrationVersion.fromVersion(VERSION)) <= 0;
    }
}
