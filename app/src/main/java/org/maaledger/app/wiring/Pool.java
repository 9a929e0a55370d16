package org.maaledger.app.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.postgres.DatabaseAccess.Login;

/**
 * Connections for one purpose. A network that drops packets says nothing, so neither end may wait for the other without a bound: here
 * the connection is given up after {@code silence}, and the database ends what this program has left open there (decision 0055).
 *
 * @param name what it is called in measurements, and by the database
 * @param connections how many there are at most
 * @param patience how long whoever needs one waits for it
 * @param silence how long the database may take for an answer
 */
record Pool(String name, int connections, Duration patience, Duration silence) {

    /** Reads and projections; more connections would only wait for the same cores, and requests wait no longer than this for one. */
    static final Pool LEDGER = new Pool("ledger", 20, Duration.ofSeconds(10), Duration.ofSeconds(15));

    /**
     * The appender works on one at a time, and needs another to find out what became of a lost commit. It tries again by itself, and
     * whoever asks how it is waits for the attempt.
     */
    static final Pool APPEND = new Pool("append", 3, Duration.ofSeconds(2), Duration.ofSeconds(15));

    /** For looks from outside: one at the log, one at the projections. An answer that is not there by then comes too late for them. */
    static final Pool WATCH = new Pool("watch", 2, Duration.ofSeconds(2), Duration.ofSeconds(3));

    /** Longer than any transaction of this program pauses. What another one waits for is free after it. */
    private static final String LIMITS = """
            SET idle_in_transaction_session_timeout = '15s';
            SET tcp_user_timeout = '15s';
            SET tcp_keepalives_idle = 10;
            SET tcp_keepalives_interval = 5;
            SET tcp_keepalives_count = 3""";

    /** Opens it, as the user that may add and never change. */
    HikariDataSource open(DatabaseAccess access) {
        Login login = access.app();
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(access.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(patience.toMillis());
        config.setValidationTimeout(patience.toMillis() / 2);
        config.setConnectionInitSql(LIMITS);
        config.addDataSourceProperty("ApplicationName", "maa-ledger " + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("connectTimeout", Long.toString(patience.toSeconds()));
        config.addDataSourceProperty("loginTimeout", Long.toString(Math.min(patience.toSeconds(), 5)));
        config.addDataSourceProperty("socketTimeout", Long.toString(silence.toSeconds()));
        return new HikariDataSource(config);
    }
}
