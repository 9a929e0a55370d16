package org.maaledger.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The conditions of one run, the same for all that is compared in it.
 *
 * @param quick whether it is the short form, whose figures show that everything works and roughly how fast
 * @param server the database server of the run, durable, on a real disk
 * @param warmUp one stretch of the load before anything is counted
 * @param round how long one round is counted
 * @param rounds how often; what is compared takes turns
 * @param events in the log before the first command is counted
 * @param series of readings that the load goes to
 * @param checkout the root of the project, where the packaged programs lie
 * @param realData the folder of the published files of full size; null where they are not there
 */
public record Conditions(
        boolean quick,
        BenchServer server,
        Duration warmUp,
        Duration round,
        int rounds,
        int events,
        int series,
        Path checkout,
        @Nullable Path realData) {

    /** What is faster by less than this may be chance. */
    private static final double FASTER = 1.03;

    /** So many stretches of warm-up one after the other are no faster, and it is over. */
    private static final int NO_FASTER = 2;

    private static final int STRETCHES_MAX = 12;

    /** The long form, as the figures of docs/performance.md are taken. */
    public static Conditions whole(BenchServer server, Path checkout, @Nullable Path realData) {
        return new Conditions(
                false, server, Duration.ofSeconds(30), Duration.ofSeconds(60), 3, 1_000_000, 1_000, checkout, realData);
    }

    /** A short form of all of it. */
    public static Conditions quick(BenchServer server, Path checkout, @Nullable Path realData) {
        return new Conditions(
                true, server, Duration.ofSeconds(1), Duration.ofSeconds(2), 1, 10_000, 250, checkout, realData);
    }

    /** The same with another length of a round, and of the warm-up before it, for looking closer at one figure. */
    public Conditions ofSeconds(int seconds) {
        Duration length = Duration.ofSeconds(seconds);
        return new Conditions(quick, server, length, length, rounds, events, series, checkout, realData);
    }

    /**
     * Warms up: {@code load} runs for {@link #warmUp} again and again until it gets no faster, for beside a load that takes all cores it
     * is minutes until what runs often is compiled for speed. The short form does not wait for that.
     *
     * @param load one stretch of it; gives what was done in a second
     * @return how long it took, in words
     */
    public String warmUp(DoubleSupplier load) {
        double best = load.getAsDouble();
        int stretches = 1;
        for (int noFaster = 0; !quick && noFaster < NO_FASTER && stretches < STRETCHES_MAX; stretches++) {
            double now = load.getAsDouble();
            noFaster = now > best * FASTER ? 0 : noFaster + 1;
            best = Math.max(best, now);
        }
        return "after %d s of warm-up".formatted(stretches * warmUp.toSeconds());
    }

    /** In words, for the table. */
    public String text() {
        return "%,d events in the log before, %,d series, %d round(s) of %d s after %s"
                .formatted(
                        events,
                        series,
                        rounds,
                        round.toSeconds(),
                        quick
                                ? warmUp.toSeconds() + " s of warm-up"
                                : "a warm-up of %d s each time, until it gets no faster".formatted(warmUp.toSeconds()));
    }
}
