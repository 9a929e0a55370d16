package org.maaledger.app.wiring;

import java.time.Duration;
import org.maaledger.log.Appender;
import org.springframework.context.SmartLifecycle;

/**
 * Tells the log that the program stops, before anything else is stopped: whoever waits for a database that says nothing has an answer
 * while requests under way are still waited for.
 */
final class LogEnding implements SmartLifecycle {

    /** Longer than a batch takes, and longer than another node may hold the lock of the log in silence; a fraction of what requests have. */
    private static final Duration BATCH_MAX = Duration.ofSeconds(6);

    private final Appender appender;
    private volatile boolean running;

    LogEnding(Appender appender) {
        this.appender = appender;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        appender.stopping(BATCH_MAX);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After everything has started, and before the web server begins to stop. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
