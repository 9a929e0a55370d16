package org.maaledger.query.projection;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Runs statements that do not wait for each other, such as making indexes, some at a time: PostgreSQL works on one processor for each. */
final class InParallel {

    /** The database shares the machine with whoever goes on writing and asking. */
    private static final int AT_A_TIME = 2;

    private InParallel() {}

    /** Runs all of {@code statements}, each in a transaction of its own; if some fail, throws the first failure after the last has ended. */
    static void update(JdbcClient sql, List<String> statements) {
        try (ExecutorService workers = Executors.newFixedThreadPool(
                AT_A_TIME,
                Thread.ofPlatform().name("rebuild-indexes-", 0).daemon().factory())) {
            List<Callable<Integer>> tasks = statements.stream()
                    .<Callable<Integer>>map(
                            statement -> () -> sql.sql(statement).update())
                    .toList();
            for (Future<Integer> ended : workers.invokeAll(tasks)) {
                ended.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was interrupted", e);
        }
    }
}
