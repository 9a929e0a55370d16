package org.maaledger.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
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
    private static final AppenderHealth STOPPING = new AppenderHealth(false, "the ledger is stopping");

    private final AppenderSettings settings;
    private final EnvelopeWriter writer;
    private final AppendProtocol protocol;
    private final AppendObserver observer;
    private final AtomicReference<@Nullable CompletableFuture<AppenderHealth>> asked = new AtomicReference<>();
    private final BlockingQueue<PendingAppend> queue;
    private final Thread thread;
    private volatile AppenderHealth health = AppenderHealth.GOOD;
    private volatile boolean closed;
    private final HandedOver inHand = new HandedOver();
    private final KeyPruning pruning;

    /**
     * Starts an appender.
     *
     * @param connections fresh connections as the application user, not from a pool: the appender keeps one and sets limits on it
     */
    public Appender(DataSource connections, EventSerializer serializer, AppenderSettings settings) {
        this(connections, serializer, settings, AppendObserver.NONE);
    }

    /** The same, and {@code observer} is told what it does. */
    public Appender(
            DataSource connections, EventSerializer serializer, AppenderSettings settings, AppendObserver observer) {
        this.observer = new HarmlessObserver(observer);
        this.settings = settings;
        this.writer = new EnvelopeWriter(serializer);
        this.protocol = new AppendProtocol(
                connections,
                settings,
                new LogClock(settings.clockJumpMax(), LogClock::uptime),
                this::report,
                this.observer);
        this.queue = new ArrayBlockingQueue<>(settings.queueMax());
        this.thread = Thread.ofPlatform().name("log-appender").daemon().start(this::run);
        this.pruning = new KeyPruning(new Idempotency(connections));
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
        long begun = System.nanoTime();
        try {
            List<Recorded> recorded = submit(events, context).join();
            observer.appended(System.nanoTime() - begun);
            context.recorded(recorded);
            return recorded;
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Like {@link #append} without waiting; answered by the appender's thread, which must not be held up. */
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

    /** How many appends wait to be taken in hand. */
    public int waiting() {
        return queue.size();
    }

    /**
     * Whether it can write, found out anew: while nobody writes it looks, without recording anything; otherwise the next batch shows it.
     * Where the database does not answer, the answer takes as long as a batch would.
     */
    public CompletableFuture<AppenderHealth> look() {
        if (closed) {
            return CompletableFuture.completedFuture(STOPPING);
        }
        CompletableFuture<AppenderHealth> mine = new CompletableFuture<>();
        CompletableFuture<AppenderHealth> others = asked.compareAndExchange(null, mine);
        if (closed) {
            answerStopping();
        }
        return others == null ? mine : others;
    }

    private void answerStopping() {
        CompletableFuture<AppenderHealth> asker = asked.getAndSet(null);
        if (asker != null) {
            asker.complete(STOPPING);
        }
    }

    /**
     * Tells that the program will stop. Everything goes on; but once a batch has been in hand for {@code max} its callers are told that
     * the outcome is unknown, those who wait that nothing was written, and {@link #close} no longer waits for a database that is silent.
     */
    public void stopping(Duration max) {
        inHand.giveUpAfter(max, thread, () -> {
            closed = true;
            return refuseWaiting();
        });
    }

    /** Writes what is waiting, and stops. */
    @Override
    public void close() {
        closed = true;
        pruning.close();
        inHand.awaitEnd(thread);
        refuseWaiting();
    }

    private void run() {
        try (protocol) {
            while (!closed || !queue.isEmpty()) {
                PendingAppend first = queue.poll(100, TimeUnit.MILLISECONDS);
                CompletableFuture<AppenderHealth> asker = asked.getAndSet(null);
                if (first != null) {
                    inHand.during(batch(first), this::write);
                } else if (asker != null) {
                    inHand.during(List.of(), _ -> lookNow());
                }
                if (asker != null) {
                    asker.complete(health);
                }
            }
        } catch (InterruptedException e) {
            LOG.error("the appender was interrupted and stops", e);
        } finally {
            closed = true;
            refuseWaiting();
            answerStopping();
        }
    }

    private int refuseWaiting() {
        List<PendingAppend> waiting = new ArrayList<>();
        queue.drainTo(waiting);
        waiting.forEach(append -> append.fail(new LogUnavailable("the ledger is stopping", null)));
        return waiting.size();
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

    private void lookNow() {
        try {
            protocol.look();
        } catch (RuntimeException e) {
            protocol.close();
            report(new AppenderHealth(false, "whether it can be written cannot be found out: " + e.getMessage()));
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

    private void report(AppenderHealth now) {
        if (!now.equals(health)) {
            health = now;
            observer.changed(now);
            if (now.writing()) {
                LOG.info("the log is being written again");
            } else {
                LOG.error("the log is not being written: {}", now.reason());
            }
        }
    }
}
