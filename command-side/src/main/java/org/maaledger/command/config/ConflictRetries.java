package org.maaledger.command.config;

import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.gateway.IntervalRetryScheduler;
import org.axonframework.modelling.command.ConcurrencyException;
import org.maaledger.command.shell.CommandObserver;

/** Has a command decided again if, and only if, somebody else wrote to a stream that the decision rested on. */
public final class ConflictRetries extends IntervalRetryScheduler {

    /** Some appends are done in this time, so that the next attempt sees them. */
    private static final int INTERVAL_MILLIS = 5;

    /** With the interval, half a second at least: then so many want the same thing that waiting longer helps nobody. */
    private static final int ATTEMPTS_MAX = 100;

    private final CommandObserver observer;

    /**
     * @param executor on whose threads commands are decided again
     * @param observer is told of each time
     */
    public ConflictRetries(ScheduledExecutorService executor, CommandObserver observer) {
        super(IntervalRetryScheduler.builder()
                .retryExecutor(executor)
                .retryInterval(INTERVAL_MILLIS)
                .maxRetryCount(ATTEMPTS_MAX));
        this.observer = observer.harmless();
    }

    @Override
    protected boolean scheduleRetry(Runnable dispatch, long interval) {
        boolean scheduled = super.scheduleRetry(dispatch, interval);
        if (scheduled) {
            observer.decidedAgain();
        }
        return scheduled;
    }

    @Override
    protected boolean isExplicitlyNonTransient(Throwable failure) {
        return !(failure instanceof ConcurrencyException);
    }
}
