package org.maaledger.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** Clients that each ask, wait for the answer, and ask again, on a connection of their own. */
final class Clients {

    /** One question, asked on a client's connection. */
    @FunctionalInterface
    interface Question {
        Connection.Answer ask(Connection connection) throws IOException;
    }

    /**
     * What came of it.
     *
     * @param micros the latencies of the answers that came in time, in microseconds
     * @param refused how many of them were not what was asked for
     * @param refusal one of those, as it came; empty if there is none
     */
    record Heard(Histogram micros, long refused, String refusal, Duration time) {

        /** The same; fails if anything was refused: a rate of refusals is not what was to be measured. */
        Heard good() {
            if (refused > 0) {
                throw new IllegalStateException(
                        "%d of %d were refused, such as %s".formatted(refused, micros.getTotalCount(), refusal));
            }
            return this;
        }

        double perSecond() {
            return micros.getTotalCount() / (time.toNanos() / 1e9);
        }

        /** The latency that {@code percent} of the answers kept to, in milliseconds. */
        double millis(double percent) {
            return micros.getValueAtPercentile(percent) / 1e3;
        }
    }

    private final int port;
    private final String token;

    Clients(int port, String token) {
        this.port = port;
        this.token = token;
    }

    /** {@code count} clients ask as fast as they are answered. */
    Heard ask(int count, Duration time, Question question) {
        return ask(count, time, Double.POSITIVE_INFINITY, question);
    }

    /**
     * {@code count} clients ask together {@code perSecond} times a second, each at its own even pace; whoever is late because an
     * answer was late counts the waiting as latency.
     */
    Heard ask(int count, Duration time, double perSecond, Question question) {
        ConcurrentHistogram micros = new ConcurrentHistogram(TimeUnit.MINUTES.toMicros(2), 3);
        Tally tally = new Tally(micros, new LongAdder(), new AtomicReference<>(""));
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        long pace = Double.isInfinite(perSecond) ? 0 : (long) (1e9 * count / perSecond);
        try (ExecutorService threads =
                Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory())) {
            List<CompletableFuture<Void>> running = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                long first = begin + pace * i / count;
                running.add(CompletableFuture.runAsync(() -> client(question, tally, first, pace, end), threads));
            }
            CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        }
        return new Heard(micros, tally.refused().sum(), tally.refusal().get(), time);
    }

    /** What all clients of one round count together. */
    private record Tally(ConcurrentHistogram micros, LongAdder refused, AtomicReference<String> refusal) {

        void count(Connection.Answer answer, long nanos) {
            micros.recordValue(TimeUnit.NANOSECONDS.toMicros(nanos));
            if (answer.status() < 200 || answer.status() > 299) {
                refused.increment();
                refusal.set(answer.status() + " " + answer.body());
            }
        }
    }

    private void client(Question question, Tally tally, long first, long pace, long end) {
        try (Connection connection = new Connection(port, token)) {
            long due = first;
            while (due < end) {
                for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                Connection.Answer answer = question.ask(connection);
                long done = System.nanoTime();
                if (done < end) {
                    tally.count(answer, done - due);
                }
                due = pace == 0 ? done : due + pace;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
