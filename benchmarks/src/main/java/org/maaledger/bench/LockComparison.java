package org.maaledger.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.PrintStream;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.maaledger.bench.LockContest.Lock;

/**
 * Which lock carries the one order of the log: a head row that is advanced, or a transaction-scoped advisory lock? Also beside an
 * open snapshot, such as a backup's, under which dead versions of a head row cannot be cleaned up.
 *
 * <p>Plain appenders with group commit, 600-byte events, fsync on, no domain logic. The locks take turns, so that a load beside
 * them falls on both. Usage: {@code LockComparison [seconds for each case [seconds beside the snapshot]]}.
 */
public final class LockComparison {

    private static final int[] IN_FLIGHT = {1, 8, 64};

    private LockComparison() {}

    /** Runs all cases and prints them as a table. */
    public static void main(String[] args) throws Exception {
        Duration each = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 5);
        Duration beside = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 20);
        PrintStream out = System.out;
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_wal_size", "4GB")
                .start()) {
            DataSource database = server.getPostgresDatabase();
            for (Lock lock : Lock.values()) {
                new LockContest(database, lock).run(64, each);
            }
            out.println("| lock | in flight | beside a snapshot | appends/s | first third | last third |");
            out.println("|---|---|---|---|---|---|");
            for (int inFlight : IN_FLIGHT) {
                for (Lock lock : Lock.values()) {
                    out.println(row(lock, inFlight, "no", new LockContest(database, lock).run(inFlight, each)));
                }
            }
            for (Lock lock : Lock.values()) {
                LockContest contest = new LockContest(database, lock);
                try (Connection snapshot = database.getConnection()) {
                    hold(snapshot);
                    out.println(row(lock, 64, "yes", contest.run(64, beside)));
                }
            }
        }
    }

    private static void hold(Connection snapshot) throws Exception {
        snapshot.setAutoCommit(false);
        snapshot.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (Statement statement = snapshot.createStatement()) {
            statement.execute("SELECT count(*) FROM pg_class");
        }
    }

    private static String row(Lock lock, int inFlight, String snapshot, LockContest.Rates rates) {
        return "| %s | %d | %s | %.0f | %.0f | %.0f |"
                .formatted(lock.text(), inFlight, snapshot, rates.whole(), rates.firstThird(), rates.lastThird());
    }
}
