package org.maaledger.log;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets old idempotency keys go, beside the appends, and as far behind as it may have come: keys arrive as fast as commands do. */
final class KeyPruning implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(KeyPruning.class);
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final Idempotency idempotency;
    private final Thread thread;
    private volatile boolean closed;

    KeyPruning(Idempotency idempotency) {
        this.idempotency = idempotency;
        this.thread = Thread.ofPlatform().name("log-pruning").daemon().start(this::run);
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }

    private void run() {
        while (!closed) {
            try {
                Thread.sleep(EVERY);
                int pruned;
                do {
                    pruned = idempotency.prune();
                } while (!closed && pruned == Idempotency.PRUNED_AT_ONCE);
            } catch (InterruptedException e) {
                return;
            } catch (LogUnreadable e) {
                LOG.warn("old idempotency keys were not pruned", e);
            }
        }
    }
}
