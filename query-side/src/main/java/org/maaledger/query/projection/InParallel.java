package org.maaledger.query.projection;

import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Runs statements that take as long as a table is large, such as making indexes; some at a time where they do not wait for each other:
 * PostgreSQL works on one processor for each.
 */
final class InParallel {

    /** A connection that has been silent for longer is given up; other statements are answered, or given up, within seconds. */
    private static final Duration LONGEST = Duration.ofHours(1);

    /** The database shares the machine with whoever goes on writing and asking. */
    private static final int AT_A_TIME = 2;

    private InParallel() {}

    /** Runs all of {@code statements}, each in a transaction of its own; if some fail, throws the first failure after the last has ended. */
    static void update(JdbcTemplate jdbc, List<String> statements) {
        try (ExecutorService workers = Executors.newFixedThreadPool(
                AT_A_TIME,
                Thread.ofPlatform().name("rebuild-indexes-", 0).daemon().factory())) {
            List<Callable<Boolean>> tasks = statements.stream()
                    .<Callable<Boolean>>map(statement -> () -> update(jdbc, statement))
                    .toList();
            for (Future<Boolean> ended : workers.invokeAll(tasks)) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was interrupted", e);
        }
    }

    /** Runs one, in the transaction that is open, if one is. */
    static boolean update(JdbcTemplate jdbc, String sql) {
        return Boolean.TRUE.equals(jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            // Until it goes back to its pool, which puts the usual bound in place again.
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST.toMillis()));
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
            return true;
        }));
    }
}
