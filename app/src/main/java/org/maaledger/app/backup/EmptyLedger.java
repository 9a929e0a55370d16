package org.maaledger.app.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.log.LogSchema;

/** What a backup may be restored into: a database without anything recorded, on which no program works. */
final class EmptyLedger {

    private static final String REMEDY =
            "restore into a data folder that does not exist yet (MAAL_DATA), or into a new database (MAAL_DATABASE_URL)";

    /** The names that a program gives its connections. */
    private static final String PROGRAMS = """
            SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()
            AND (application_name LIKE 'maa-ledger %' OR application_name = 'maal-appender')""";

    /** Whoever signed in where nothing is recorded yet has an id that no event names. */
    private static final String SWEEP = "DELETE FROM vault.actor; DELETE FROM ledger.snapshot";

    private static final String DERIVED = """
            SELECT quote_ident(nspname) FROM pg_namespace
            WHERE nspowner = current_user::regrole AND (nspname = 'query' OR nspname ~ '^q_[a-z]+_[0-9]+$')""";

    private EmptyLedger() {}

    /** Refuses a database that holds something, that somebody works on, or that a newer program has made. */
    static void refuseOther(Connection owner) throws SQLException {
        Optional<String> version = LogSchema.version(owner);
        if (version.isPresent()) {
            if (!LogSchema.knows(version.get())) {
                throw new CannotStart(
                        "The tables of the target are of version %s and this program knows them up to %s: restore with the newer program, or into another place."
                                .formatted(version.get(), LogSchema.VERSION));
            }
            refuseRecorded(owner);
        }
        refuseRunning(owner);
    }

    /** Refuses a database that a program works on. */
    static void refuseRunning(Connection owner) throws SQLException {
        long programs = number(owner, PROGRAMS);
        if (programs > 0) {
            throw new CannotStart(
                    "A ledger runs on this database (%d connections), and nothing was restored: stop it first, or %s."
                            .formatted(programs, REMEDY));
        }
    }

    /** Keeps everybody from writing to the ledger until the transaction ends, and makes sure that nobody has. */
    static void lock(Connection owner) throws SQLException {
        String tables = RecordTable.ALL.stream().map(RecordTable::name).collect(Collectors.joining(", "));
        try (Statement statement = owner.createStatement()) {
            statement.execute("SET LOCAL lock_timeout = '10s'");
            statement.execute("LOCK TABLE %s IN SHARE ROW EXCLUSIVE MODE".formatted(tables));
            refuseRecorded(owner);
            statement.execute(SWEEP);
        }
    }

    /** Drops what the application user made of the empty log. */
    static void dropDerived(DatabaseAccess access) throws SQLException {
        try (Connection app = Sessions.open(access.url(), access.app());
                Statement statement = app.createStatement()) {
            app.setAutoCommit(false);
            statement.execute("SET LOCAL lock_timeout = '10s'");
            List<String> schemas = new ArrayList<>();
            try (ResultSet row = statement.executeQuery(DERIVED)) {
                while (row.next()) {
                    schemas.add(row.getString(1));
                }
            }
            for (String schema : schemas) {
                statement.execute("DROP SCHEMA " + schema + " CASCADE");
            }
            app.commit();
        }
    }

    private static void refuseRecorded(Connection owner) throws SQLException {
        long position = number(owner, "SELECT coalesce(max(position), 0) FROM ledger.event");
        if (position > 0) {
            throw new CannotStart("The target holds a ledger of %,d events already, and a restore never mixes two: %s."
                    .formatted(position, REMEDY));
        }
        if (number(owner, "SELECT count(*) FROM ledger.idempotency") > 0) {
            throw new CannotStart("The target has taken requests already: %s.".formatted(REMEDY));
        }
    }

    private static long number(Connection connection, String question) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(question)) {
            row.next();
            return row.getLong(1);
        }
    }
}
