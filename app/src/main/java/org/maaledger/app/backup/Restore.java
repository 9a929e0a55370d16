package org.maaledger.app.backup;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.flywaydb.core.api.FlywayException;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.log.CorruptHistory;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LogProof;
import org.maaledger.log.LogSchema;
import org.maaledger.log.LogUnreadable;
import org.postgresql.PGConnection;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Copies a backup into an empty ledger. All of it goes in by one transaction, which ends only when the log in it has been proved; until
 * then nobody sees anything, and if anything is wrong, nothing was restored.
 */
public final class Restore {

    private static final int BUFFER = 1 << 16;

    private final DatabaseAccess access;
    private final BackupContent backup;
    private final Connection connection;
    private final Progress progress;

    private Restore(DatabaseAccess access, BackupContent backup, Connection connection, Progress progress) {
        this.access = access;
        this.backup = backup;
        this.connection = connection;
        this.progress = progress;
    }

    /**
     * What was restored.
     *
     * @param position the last event of the log
     * @param rows of all tables
     */
    public record Restored(long position, long rows, Duration took) {}

    /** Copies {@code backup} into the ledger that {@code access} leads to, and that must be empty. */
    public static Restored into(DatabaseAccess access, BackupContent backup, Progress progress) {
        long begun = System.nanoTime();
        try (Connection connection = Sessions.open(access.url(), access.owner())) {
            EmptyLedger.refuseOther(connection);
            migrate(access);
            connection.setAutoCommit(false);
            Restore restore = new Restore(access, backup, connection, progress);
            restore.copyAndProve();
            restore.commit();
            restore.tidy();
            long rows = backup.manifest().rows();
            return new Restored(backup.manifest().position(), rows, Duration.ofNanos(System.nanoTime() - begun));
        } catch (SQLException e) {
            throw Sessions.failed("The restore failed and nothing was restored", e);
        }
    }

    private void copyAndProve() throws SQLException {
        EmptyLedger.lock(connection);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0");
        }
        for (RecordTable table : RecordTable.ALL) {
            copy(table, backup.manifest().member(backup.path(), table));
        }
        prove();
    }

    private void copy(RecordTable table, Manifest.Member member) throws SQLException {
        List<String> columns = table.columns(connection);
        if (!columns.containsAll(member.columns())) {
            throw wrong("its table %s has columns that are not known: %s".formatted(table.name(), member.columns()));
        }
        try (MeasuredInput in = new MeasuredInput(
                backup.open(member), bytes -> progress.tell("Copying " + table.name(), bytes, member.bytes()))) {
            long rows = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(table.copyIn(member.columns()), in, BUFFER);
            if (rows != member.rows()
                    || in.bytes() != member.bytes()
                    || !in.sha256().equals(member.sha256())) {
                throw wrong("its table %s is not what its manifest says".formatted(table.name()));
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The backup %s cannot be read: %s. Nothing was restored; the target is empty."
                            .formatted(backup.path(), e.getMessage()),
                    e);
        }
    }

    private void prove() {
        long position = backup.manifest().position();
        try {
            long head = LogProof.of(
                    connection, new EventSerializer(), at -> progress.tell("Proving the log", at, position));
            if (head != position) {
                throw wrong("its log ends at %d and its manifest says %d".formatted(head, position));
            }
        } catch (CorruptHistory e) {
            throw wrong(String.valueOf(e.getMessage()));
        } catch (LogUnreadable e) {
            throw new CannotStart(
                    "The restore failed and nothing was restored; the target is empty: " + e.getMessage(), e);
        }
    }

    /** Tables of projections over the empty log would be carried on event by event; without them they are built at the next start. */
    private void commit() throws SQLException {
        EmptyLedger.refuseRunning(connection);
        EmptyLedger.dropDerived(access);
        try {
            connection.commit();
        } catch (SQLException e) {
            throw Sessions.failed(
                    "The database did not say whether it kept what was restored. Run the restore again: it is refused if it did",
                    e);
        }
    }

    /** What the database knows of the tables decides how it reads them, from the first question on. */
    private void tidy() {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            for (RecordTable table : RecordTable.ALL) {
                statement.execute("VACUUM (ANALYZE) " + table.name());
            }
        } catch (SQLException e) {
            progress.note("Everything is restored. The database did not tidy up, which it will do by itself: "
                    + e.getMessage());
        }
    }

    private CannotStart wrong(String what) {
        return new CannotStart(
                "The backup %s cannot be restored: %s. Nothing was restored; the target is empty. Try an older backup."
                        .formatted(backup.path(), what));
    }

    private static void migrate(DatabaseAccess access) {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(access.url());
        owner.setUser(access.owner().user());
        owner.setPassword(access.owner().password());
        try {
            LogSchema.migrate(owner, access.app().user());
        } catch (FlywayException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("no reason given");
            throw new CannotStart("The tables cannot be made at %s: %s".formatted(access.url(), why), e);
        }
    }
}
