package org.maaledger.app.watch;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderHealth;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether the log can be written to, found out anew each time it is asked; what stands in the way is told to operators and inspectors only. */
final class LogHealth implements HealthIndicator {

    private final Appender appender;
    private final AppendWatch watch;

    LogHealth(Appender appender, AppendWatch watch) {
        this.appender = appender;
        this.watch = watch;
    }

    @Override
    public Health health() {
        AppenderHealth now = now();
        Health.Builder health = now.writing() ? Health.up() : Health.outOfService();
        health.withDetail("writing", now.writing())
                .withDetail("since", watch.since().toString())
                .withDetail("waitingAppends", appender.waiting());
        watch.lastWritten().ifPresent(at -> health.withDetail("lastBatchAt", at.toString()));
        if (!now.writing()) {
            health.withDetail("reason", now.reason());
        }
        return health.build();
    }

    /** As the database shows it within a bounded time; a database that does not answer is one that cannot be written to. */
    AppenderHealth now() {
        try {
            return appender.look().get(BoundedLook.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new AppenderHealth(
                    false, "the database has not answered for %d s".formatted(BoundedLook.PATIENCE.toSeconds()));
        } catch (ExecutionException e) {
            return new AppenderHealth(false, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new AppenderHealth(false, "interrupted");
        }
    }
}
