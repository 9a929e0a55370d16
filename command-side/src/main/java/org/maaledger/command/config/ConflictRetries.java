package org.maaledger.command.config;

import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.gateway.IntervalRetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;

/** Has a command decided again if, and only if, somebody else wrote to a stream that the decision rested on. */
public final class ConflictRetries extends IntervalRetryScheduler {

    /** Some appends are done in this time, so that the next attempt sees them. */
    private static final int INTERVAL_MILLIS = 5;

    /** With the interval, half a second at least: then so many want the same thing that waiting longer helps nobody. */
    private static final int ATTEMPTS_MAX = 100;

    /** @param executor on whose threads commands are decided again */
    public ConflictRetries(ScheduledExecutorService executor) {
        super(IntervalRetryScheduler.builder()
                .retryExecutor(executor)
                .retryInterval(INTERVAL_MILLIS)
                .maxRetryCount(ATTEMPTS_MAX));
    }

    @Override
    protected boolean isExplicitlyNonTransient(Throwable failure) {
        return !(failure instanceof ConcurrencyException);
    }
}
