package org.maaledger.log;

import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables of the log, made and brought up to date by their owner, with the rights of the application user. */
public final class LogSchema {

    private static final String LOCATION = "classpath:db/log";

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
}
