package org.maaledger.app.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.maaledger.log.AppendObserver;
import org.maaledger.log.AppenderHealth;

/** Counts and times what the appender does, and remembers when it last wrote and since when it is as it is. */
public final class AppendWatch implements AppendObserver {

    private final InstantSource clock;
    private final Timer append;
    private final Timer batchWrite;
    private final DistributionSummary batchEvents;
    private final Counter conflicts;
    private final Counter duplicates;
    private final Counter repeated;
    private volatile boolean writing = true;
    private volatile Instant since;
    private volatile @Nullable Instant lastWritten;

    public AppendWatch(MeterRegistry meters, InstantSource clock) {
        this.clock = clock;
        this.since = clock.instant();
        this.append = Buckets.timer("maal.log.append", "From handing events in to their being durable")
                .register(meters);
        this.batchWrite = Buckets.timer("maal.log.batch.write", "From taking a batch in hand to its being durable")
                .register(meters);
        this.batchEvents = DistributionSummary.builder("maal.log.batch.events")
                .description("Events that share one commit")
                .serviceLevelObjectives(1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 10_000)
                .register(meters);
        this.conflicts = counter(meters, "maal.log.conflicts", "Appends not written because a stream had moved on");
        this.duplicates =
                counter(meters, "maal.log.duplicates", "Appends not written because their key was used before");
        this.repeated = counter(
                meters, "maal.log.attempts.repeated", "Attempts to write a batch that failed and were made again");
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder(name).description(description).register(meters);
    }

    @Override
    public void appended(long nanos) {
        append.record(nanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public void written(int events, long lastPosition, long nanos) {
        lastWritten = clock.instant();
        batchWrite.record(nanos, TimeUnit.NANOSECONDS);
        batchEvents.record(events);
    }

    @Override
    public void lost(int conflicts, int duplicates) {
        this.conflicts.increment(conflicts);
        this.duplicates.increment(duplicates);
    }

    @Override
    public void triedAgain() {
        repeated.increment();
    }

    @Override
    public void changed(AppenderHealth now) {
        if (now.writing() != writing) {
            writing = now.writing();
            since = clock.instant();
        }
    }

    /** When it last began or ceased to be able to write, or was started. */
    Instant since() {
        return since;
    }

    /** When this process last wrote a batch; empty if it has not yet. */
    Optional<Instant> lastWritten() {
        return Optional.ofNullable(lastWritten);
    }
}
