package org.maaledger.bench.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/**
 * Watches how long the slowest projection takes to reach what was the head of the log a moment ago: it looks at both again and again,
 * and for each head that it has seen takes the time until all projections hold it. Right to one interval between two looks.
 */
final class Lag implements Runnable, AutoCloseable {

    private static final Duration LOOK_EVERY = Duration.ofMillis(20);

    private final Connection connection;
    private final Histogram micros = new Histogram(TimeUnit.MINUTES.toMicros(10), 3);
    private volatile boolean stopped;
    private volatile @Nullable Exception trouble;

    Lag(int port, String token) {
        this.connection = new Connection(port, token);
    }

    private record Seen(long head, long at) {}

    @Override
    public void run() {
        Deque<Seen> waiting = new ArrayDeque<>();
        try {
            while (!stopped) {
                JsonNode projections =
                        connection.get("/v1/projections").good().json().path("projections");
                long now = System.nanoTime();
                long head = 0;
                long least = Long.MAX_VALUE;
                for (JsonNode projection : projections) {
                    head = projection.required("head").asLong();
                    least = Math.min(least, projection.required("position").asLong());
                }
                waiting.addLast(new Seen(head, now));
                while (!waiting.isEmpty() && waiting.getFirst().head() <= least) {
                    micros.recordValue(TimeUnit.NANOSECONDS.toMicros(
                            now - waiting.removeFirst().at()));
                }
                LedgerProgram.pause(LOOK_EVERY);
            }
            long end = System.nanoTime();
            waiting.forEach(seen -> micros.recordValue(TimeUnit.NANOSECONDS.toMicros(end - seen.at())));
        } catch (IOException | RuntimeException e) {
            trouble = e;
        }
    }

    /** Looks no more. */
    void stop() {
        stopped = true;
    }

    /** The lag that {@code percent} of the looks found at most. */
    double seconds(double percent) throws IOException {
        Exception happened = trouble;
        if (happened != null || micros.getTotalCount() == 0) {
            throw new IOException("the lag could not be watched", happened);
        }
        return micros.getValueAtPercentile(percent) / 1e6;
    }

    @Override
    public void close() throws IOException {
        connection.close();
    }
}
