package org.maaledger.app.watch;

import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.stream.IntStream;

/** The bounds by which durations are counted, the same for all, so that they can be compared. */
final class Buckets {

    private static final int[] MILLIS = {1, 2, 5, 10, 20, 30, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 30_000};

    private Buckets() {}

    /** A timer that counts by them. */
    static Timer.Builder timer(String name, String description) {
        return Timer.builder(name)
                .description(description)
                .serviceLevelObjectives(
                        IntStream.of(MILLIS).mapToObj(Duration::ofMillis).toArray(Duration[]::new));
    }
}
