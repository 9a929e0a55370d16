package org.maaledger.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only writer of events in this process. Appends of all threads wait in one queue; what is waiting is written together, so that
 * many share one commit (group commit), while the next batch gathers.
 */
public final class Appender implements AutoCloseable {

    /** Events of one append; a larger import is made of several. */
    public static final int APPEND_EVENTS_MAX = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(Appender.class);
    private static final Duration PRUNE_EVERY = Duration.ofMinutes(1);

    private final AppenderSettings settings;
    private final EnvelopeWriter writer;
    private final Idempotency idempotency;
    private final AppendProtocol protocol;
    private final BlockingQueue<PendingAppend> queue;
    private final Thread thread;
    private volatile AppenderHealth health = AppenderHealth.GOOD;
    private volatile boolean closed;
    private final Thread pruning;

    /**
     * Starts an appender.
     *
     * @param connections fresh connections as the application user, not from a pool: the appender keeps one and sets limits on it
     */
    public Appender(DataSource connections, EventSerializer serializer, AppenderSettings settings) {
        this.settings = settings;
        this.writer = new EnvelopeWriter(serializer);
        this.idempotency = new Idempotency(connections);
        this.protocol = new AppendProtocol(
                connections, settings, new LogClock(settings.clockJumpMax(), LogClock::uptime), this::report);
        this.queue = new ArrayBlockingQueue<>(settings.queueMax());
        this.thread = Thread.ofPlatform().name("log-appender").daemon().start(this::run);
        this.pruning = Thread.ofPlatform().name("log-pruning").daemon().start(this::prune);
    }

    /**
     * Records {@code events} together with what {@code context} says, or nothing, and returns when that is durable.
     *
     * @throws org.axonframework.modelling.command.ConcurrencyException if a stream has moved on; nothing was recorded
     * @throws DuplicateRequest if the idempotency key was used before; nothing was recorded
     * @throws AppendRefused if the database refuses the data; nothing was recorded
     * @throws LogUnavailable if the log cannot be written to; nothing was recorded
     * @throws OutcomeUnknown if it cannot be found out whether it was recorded
     */
    public List<Recorded> append(List<NewEvent> events, AppendContext context) {
        try {
            List<Recorded> recorded = submit(events, context).join();
            context.recorded(recorded);
            return recorded;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Like {@link #append}, but does not wait; the answer is given by the appender's thread, which must not be held up. */
    public CompletableFuture<List<Recorded>> submit(List<NewEvent> events, AppendContext context) {
        if (events.isEmpty() || events.size() > APPEND_EVENTS_MAX) {
            throw new IllegalArgumentException(
                    "an append has 1 to %d events, not %d".formatted(APPEND_EVENTS_MAX, events.size()));
        }
        List<EnvelopeWriter.Rendered> rendered =
                events.stream().map(writer::render).toList();
        PendingAppend append = new PendingAppend(
                rendered, context.reads(), context.texts(), context.claim(), new CompletableFuture<>());
        try {
            if (closed) {
                throw new LogUnavailable("the ledger is stopping", null);
            }
            if (!queue.offer(append, settings.patience().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LogUnavailable("too many appends are waiting", null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LogUnavailable("the caller was interrupted", e);
        }
        if (closed && !thread.isAlive()) {
            refuseWaiting();
        }
        return append.answer();
    }

    /** Whether it can write; for health checks and alarms. */
    public AppenderHealth health() {
        return health;
    }

    /** Writes what is waiting, and stops. */
    @Override
    public void close() {
        closed = true;
        pruning.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        refuseWaiting();
    }

    private void run() {
        try (protocol) {
            while (!closed || !queue.isEmpty()) {
                PendingAppend first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(batch(first));
                }
            }
        } catch (InterruptedException e) {
            LOG.error("the appender was interrupted and stops", e);
        } finally {
            closed = true;
            refuseWaiting();
        }
    }

    private void refuseWaiting() {
        List<PendingAppend> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        waiting.forEach(append -> append.fail(new LogUnavailable("the ledger is stopping", null)));
    }

    private void write(List<PendingAppend> batch) {
        try {
            protocol.write(batch);
        } catch (RuntimeException | Error e) {
            LOG.error("a batch of {} appends failed in a way that was not foreseen", batch.size(), e);
            protocol.close();
            batch.forEach(append -> append.fail(new OutcomeUnknown("the appender failed", e)));
        }
    }

    private List<PendingAppend> batch(PendingAppend first) {
        List<PendingAppend> batch = new ArrayList<>();
        batch.add(first);
        int events = first.events().size();
        int bytes = first.bytes();
        PendingAppend next = queue.peek();
        while (next != null) {
            events += next.events().size();
            bytes += next.bytes();
            if (events > settings.batchEventsMax() || bytes > settings.batchBytesMax()) {
                break;
            }
            batch.add(queue.remove());
            next = queue.peek();
        }
        return batch;
    }

    /** Beside the appends, and as far behind as it may have come: keys arrive as fast as commands do. */
    private void prune() {
        while (!closed) {
            try {
                Thread.sleep(PRUNE_EVERY);
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

    private void report(AppenderHealth now) {
        if (!now.equals(health)) {
            health = now;
            if (now.writing()) {
                LOG.info("the log is being written again");
            } else {
                LOG.error("the log is not being written: {}", now.reason());
            }
        }
    }
}
