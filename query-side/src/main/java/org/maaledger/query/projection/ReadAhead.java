package org.maaledger.query.projection;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maaledger.kernel.EventCatalogue;

/**
 * Reads the log ahead of whoever takes its batches. Positions are dense, so every batch is known by its ends before any is read, and
 * several are read and decoded at once; they are handed out in their order, and no more of them wait than the bound.
 */
final class ReadAhead implements AutoCloseable {

    /** Events of a batch: large enough that its cost is in the rows, small enough that all that wait fit a heap of 256 MB. */
    static final int BATCH_EVENTS = 5_000;

    /** Decoding costs about as much as writing, so one beside the writer would do; the second one fills its pauses. */
    private static final int READERS = 2;

    private static final int BATCHES_MAX = READERS + 1;

    /** The events after the batch before and up to {@code upTo} that bear on the projection. */
    record Batch(List<Fact> facts, long upTo) {}

    private final Facts log;
    private final List<String> passedOver;
    private final long upTo;
    private final ExecutorService readers;
    private final Queue<Future<Batch>> waiting = new ArrayDeque<>();
    private long asked;

    /** The events after {@code after} and up to {@code upTo}. */
    ReadAhead(Facts log, Projector projection, long after, long upTo) {
        this.log = log;
        this.passedOver = passedOver(projection);
        this.asked = after;
        this.upTo = upTo;
        this.readers = Executors.newFixedThreadPool(
                READERS, Thread.ofPlatform().name("rebuild-reader-", 0).daemon().factory());
        ask();
    }

    /** Those that this program knows and the projection makes nothing of; one that is unknown is read, and stops the rebuild. */
    private static List<String> passedOver(Projector projection) {
        return EventCatalogue.entries().stream()
                .filter(entry ->
                        projection.families().stream().noneMatch(family -> family.isAssignableFrom(entry.type())))
                .map(EventCatalogue.Entry::name)
                .toList();
    }

    private void ask() {
        while (waiting.size() < BATCHES_MAX && asked < upTo) {
            long after = asked;
            long end = Math.min(upTo, after + BATCH_EVENTS);
            waiting.add(readers.submit(() -> new Batch(log.between(after, end, passedOver), end)));
            asked = end;
        }
    }

    /** The next batch. */
    Batch next() {
        try {
            Batch batch = waiting.remove().get();
            ask();
            return batch;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the log could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the rebuild was interrupted", e);
        }
    }

    /** What is still being read is of no use to anybody. */
    @Override
    public void close() {
        readers.shutdownNow();
    }
}
