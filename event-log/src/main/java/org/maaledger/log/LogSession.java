package org.maaledger.log;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import javax.sql.DataSource;

/**
 * A connection of the appender's own, with the time limits that keep a fault of this node from stopping the others, and the
 * identity of the server it leads to.
 */
final class LogSession implements AutoCloseable {

    private static final String IDENTITY = """
            SELECT system_identifier::text || '/' || left(pg_walfile_name(pg_current_wal_lsn()), 8)
            FROM pg_control_system() WHERE NOT pg_is_in_recovery()""";

    private final Connection connection;
    private final String server;
    private final KnownSequences known = new KnownSequences();

    private LogSession(Connection connection, String server) {
        this.connection = connection;
        this.server = server;
    }

    static LogSession open(DataSource connections, AppenderSettings settings) throws SQLException {
        Connection connection = connections.getConnection();
        try {
            Executor inThread = Runnable::run;
            connection.setNetworkTimeout(
                    inThread, (int) settings.networkTimeout().toMillis());
            connection.setAutoCommit(true);
            try (Statement statement = connection.createStatement()) {
                statement.execute(limits(settings));
                try (ResultSet row = statement.executeQuery(IDENTITY)) {
                    if (!row.next()) {
                        throw new SQLException("the server is a standby and takes no writes", "25006");
                    }
                    String server = row.getString(1);
                    connection.setAutoCommit(false);
                    return new LogSession(connection, server);
                }
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /** The server's identifier and timeline: another one after a failover, even if address and data look the same. */
    String server() {
        return server;
    }

    Connection connection() {
        return connection;
    }

    /** Takes the lock of the log and says how things stand for {@code batch}; asks only for what this session does not know. */
    LogState lock(List<PendingAppend> batch) throws SQLException {
        LogTransaction transaction = new LogTransaction(connection);
        Set<String> unknown = streams(batch);
        Map<String, Long> sequences = known.of(unknown);
        unknown.removeAll(sequences.keySet());
        LogState state = transaction.lock(unknown, claims(batch));
        if (!known.isTrueAt(state.head()) && !sequences.isEmpty()) {
            sequences = transaction.sequences(sequences.keySet());
        }
        sequences.putAll(state.sequences());
        return state.with(sequences);
    }

    /** What was admitted is committed, if anything was: so the streams stand now. */
    void learn(Admission admission) {
        known.learn(admission.sequences(), admission.head());
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            // It is given up either way; the server ends it by its own time limits.
        }
    }

    private static Set<String> streams(List<PendingAppend> batch) {
        Set<String> streams = new HashSet<>();
        for (PendingAppend append : batch) {
            streams.addAll(append.reads().keySet());
            append.events().forEach(rendered -> streams.add(rendered.stream()));
        }
        return streams;
    }

    private static List<AppendContext.Claim> claims(List<PendingAppend> batch) {
        return batch.stream()
                .map(PendingAppend::claim)
                .filter(claim -> claim != null)
                .toList();
    }

    /**
     * Session settings of the server. A commit must be durable, whatever the database's default is; and every look-up goes by an
     * index, even where a plan is made while the tables are empty and kept while they grow.
     */
    private static String limits(AppenderSettings settings) {
        long network = settings.networkTimeout().toMillis();
        return """
                SET application_name = 'maal-appender';
                SET default_transaction_isolation = 'read committed';
                SET lock_timeout = %d;
                SET idle_in_transaction_session_timeout = %d;
                SET statement_timeout = %d;
                SET tcp_user_timeout = %d;
                SET tcp_keepalives_idle = 10;
                SET tcp_keepalives_interval = 5;
                SET tcp_keepalives_count = 3;
                SET jit = off;
                SET plan_cache_mode = force_generic_plan;
                SET enable_seqscan = off;
                SET enable_bitmapscan = off;
                SET enable_hashjoin = off;
                SET enable_mergejoin = off;
                SELECT set_config('synchronous_commit', 'on', false)
                WHERE current_setting('synchronous_commit') = 'off'""".formatted(
                        settings.lockTimeout().toMillis(),
                        settings.idleInTransaction().toMillis(),
                        Math.max(network - 1000, network / 2),
                        network);
    }
}
