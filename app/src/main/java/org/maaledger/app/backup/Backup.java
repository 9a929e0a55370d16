package org.maaledger.app.backup;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.maaledger.app.postgres.DatabaseAccess.Login;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.log.LogSchema;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * Copies a ledger into a file while others write to it. It reads in one snapshot, and whoever sees an event sees all before it, so the
 * backup is the ledger as it was at one position. It takes no lock that a writer waits for.
 */
public final class Backup {

    /** The text format of the rows must not depend on the server's settings; bytes that are text stay readable as such. */
    private static final String SNAPSHOT = """
            SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
            SET LOCAL timezone = 'UTC';
            SET LOCAL datestyle = 'ISO, YMD';
            SET LOCAL bytea_output = 'escape';
            SET LOCAL statement_timeout = 0;
            SET LOCAL idle_in_transaction_session_timeout = 0""";

    private static final String TAKEN = """
            SELECT to_char(transaction_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
                   coalesce(max(position), 0) FROM ledger.event""";

    private final Connection connection;
    private final BackupFile file;
    private final Progress progress;

    private Backup(Connection connection, BackupFile file, Progress progress) {
        this.connection = connection;
        this.file = file;
        this.progress = progress;
    }

    /**
     * A backup that is whole.
     *
     * @param position the last event that it holds
     * @param rows of all tables
     * @param bytes the size of the file
     * @param sha256 of the file
     */
    public record Taken(long position, long rows, long bytes, String sha256, Duration took) {}

    /** Copies the ledger at {@code url} into {@code file}, as the {@code owner} of its tables. */
    public static Taken of(String url, Login owner, BackupFile file, Progress progress) {
        try (Connection connection = Sessions.open(url, owner)) {
            connection.setAutoCommit(false);
            return new Backup(connection, file, progress).taken();
        } catch (SQLException e) {
            throw Sessions.failed("The backup failed, and nothing is left of it", e);
        }
    }

    private Taken taken() throws SQLException {
        long begun = System.nanoTime();
        try (Statement statement = connection.createStatement()) {
            statement.execute(SNAPSHOT);
        }
        String schema = schema();
        Manifest manifest = copied(schema);
        file.member(Manifest.NAME, out -> out.write(manifest.json()));
        BackupFile.Finished whole = file.finish();
        return new Taken(
                manifest.position(),
                manifest.rows(),
                whole.bytes(),
                whole.sha256(),
                Duration.ofNanos(System.nanoTime() - begun));
    }

    private Manifest copied(String schema) throws SQLException {
        String at;
        long position;
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TAKEN)) {
            row.next();
            at = row.getString(1);
            position = row.getLong(2);
        }
        List<Manifest.Member> members = new ArrayList<>();
        for (RecordTable table : RecordTable.ALL) {
            members.add(copied(table));
        }
        if (members.getFirst().rows() != position) {
            throw new CannotStart(
                    "The log has %d events and its last position is %d: it is damaged, and is not backed up. An older backup may be sound."
                            .formatted(members.getFirst().rows(), position));
        }
        return new Manifest(Manifest.FORMAT, ProgramVersion.current(), schema, at, position, members);
    }

    private Manifest.Member copied(RecordTable table) throws SQLException {
        CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
        List<String> columns = table.columns(connection);
        Manifest.Member[] copied = new Manifest.Member[1];
        file.member(Manifest.Member.fileOf(table.name()), out -> {
            MeasuredOutput measured =
                    new MeasuredOutput(out, bytes -> progress.tell("Copying bytes of " + table.name(), bytes, 0));
            long rows = copy.copyOut(table.copyOut(columns), measured);
            copied[0] = new Manifest.Member(table.name(), columns, rows, measured.bytes(), measured.sha256());
        });
        return copied[0];
    }

    private String schema() throws SQLException {
        String version = LogSchema.version(connection)
                .orElseThrow(() -> new CannotStart(
                        "There is no ledger in this database: look what MAAL_DATABASE_URL and MAAL_DATA name."));
        if (!LogSchema.knows(version)) {
            throw new CannotStart(
                    "The tables are of version %s and this program knows them up to %s: back the ledger up with the release of MAA Ledger that runs it."
                            .formatted(version, LogSchema.VERSION));
        }
        return version;
    }
}
