package org.maaledger.query.projection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Drops a generation that no longer serves, without ever standing in a reader's way: it gives up its place in the queue of locks long
 * before anybody notices, and comes again.
 */
final class Dropping {

    /** Time for readers that chose the generation before the takeover to get hold of its tables. */
    private static final Duration GRACE = Duration.ofMillis(300);

    /** Shorter than PostgreSQL's deadlock timeout of a second, so that a reader is never the one that gives way. */
    private static final String LOCK_TIMEOUT = "set local lock_timeout = '200ms'";

    /** After that many tries the generation stays until the next start or rebuild. */
    private static final int TRIES_MAX = 100;

    private static final Logger LOG = LoggerFactory.getLogger(Dropping.class);

    private final TransactionTemplate transaction;
    private final JdbcClient sql;

    Dropping(TransactionTemplate transaction, JdbcClient sql) {
        this.transaction = transaction;
        this.sql = sql;
    }

    void drop(Generation generation) {
        @Nullable DataAccessException failure = null;
        for (int tried = 0; tried < TRIES_MAX; tried++) {
            pause();
            try {
                transaction.executeWithoutResult(status -> {
                    sql.sql(LOCK_TIMEOUT).update();
                    new Generations(sql).drop(generation);
                });
                return;
            } catch (DataAccessException e) {
                failure = e;
            }
        }
        LOG.warn("readers kept {}; it is dropped at the next start or rebuild", generation.schema(), failure);
    }

    private static void pause() {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for readers", e);
        }
    }
}
