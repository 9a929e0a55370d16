package org.maaledger.bench.bus;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import org.HdrHistogram.Histogram;

/** Clients that ask all the time, each with one request under way. */
final class Clients {

    private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);
    private static final int DIGITS = 3;

    private Clients() {}

    /** One of them. */
    interface Client extends AutoCloseable {

        /** Asks once and waits for the answer. */
        void ask() throws SQLException;

        @Override
        default void close() throws SQLException {}
    }

    /** Makes one more client. */
    interface Maker {
        Client open() throws SQLException;
    }

    /** What came of it: {@code inFlight} clients for {@code time}. */
    record Sample(Histogram micros, int inFlight, Duration time) {

        /** Answers a second. */
        double perSecond() {
            return micros.getTotalCount() * 1e9 / time.toNanos();
        }

        /** Milliseconds that {@code percent} of the answers took at most. */
        double millis(double percent) {
            return micros.getValueAtPercentile(percent) / 1e3;
        }
    }

    /** Lets {@code inFlight} clients ask for {@code leadIn} and for {@code time}; what is answered in the second is counted. */
    static Sample ask(Maker maker, int inFlight, Duration leadIn, Duration time) {
        long begin = System.nanoTime() + leadIn.toNanos();
        long end = begin + time.toNanos();
        Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
        List<CompletableFuture<Histogram>> running = new ArrayList<>();
        try (ExecutorService threads = threads()) {
            for (int i = 0; i < inFlight; i++) {
                running.add(CompletableFuture.supplyAsync(() -> asking(maker, begin, end), threads));
            }
            running.forEach(each -> micros.add(each.join()));
        }
        return new Sample(micros, inFlight, time);
    }

    /** Does {@code work} for every number below {@code count}, {@code inFlight} at a time. */
    static void overAll(int inFlight, int count, IntConsumer work) {
        AtomicInteger next = new AtomicInteger();
        List<CompletableFuture<Void>> running = new ArrayList<>();
        try (ExecutorService threads = threads()) {
            for (int i = 0; i < inFlight; i++) {
                running.add(CompletableFuture.runAsync(
                        () -> {
                            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                                work.accept(number);
                            }
                        },
                        threads));
            }
            running.forEach(CompletableFuture::join);
        }
    }

    private static Histogram asking(Maker maker, long begin, long end) {
        Histogram micros = new Histogram(LONGEST_MICROS, DIGITS);
        try (Client client = maker.open()) {
            long start = System.nanoTime();
            while (start < end) {
                client.ask();
                long done = System.nanoTime();
                if (done >= begin && done < end) {
                    micros.recordValue(TimeUnit.NANOSECONDS.toMicros(done - start));
                }
                start = done;
            }
            return micros;
        } catch (SQLException e) {
            throw new CompletionException(e);
        }
    }

    private static ExecutorService threads() {
        return Executors.newThreadPerTaskExecutor(Thread.ofPlatform().daemon().factory());
    }
}
