package org.maaledger.log;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Says when a batch is recorded: by the database's clock, never before what is already recorded.
 *
 * <p>A clock that jumped would either date events wrongly or, once put right, leave time standing still for all that follows. So a
 * clock further behind the last event than the bound is refused, and so is one that moved further against a steady clock of this
 * process since the batch before. Restarting the node accepts a forward correction.
 */
final class LogClock {

    private static final Path UPTIME = Path.of("/proc/uptime");

    private final Duration jumpMax;
    private final Supplier<Duration> steady;
    private @Nullable Instant clockBefore;
    private Duration steadyBefore = Duration.ZERO;

    LogClock(Duration jumpMax, Supplier<Duration> steady) {
        this.jumpMax = jumpMax;
        this.steady = steady;
    }

    /** The clock is not to be trusted. */
    static final class Jumped extends RuntimeException {
        Jumped(String message) {
            super(message);
        }
    }

    /** Time since the machine started, suspended time included where the system tells it. */
    static Duration uptime() {
        try {
            String text = Files.readString(UPTIME);
            return Duration.ofMillis((long) (Double.parseDouble(text.substring(0, text.indexOf(' '))) * 1000));
        } catch (IOException | RuntimeException e) {
            return Duration.ofMillis(TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        }
    }

    /** The time for the next batch, given the database's clock and the time of the last event. */
    Instant next(Instant clock, @Nullable Instant last) {
        if (last != null && Duration.between(clock, last).compareTo(jumpMax) > 0) {
            throw new Jumped("the database's clock says %s, but an event is recorded at %s".formatted(clock, last));
        }
        Duration now = steady.get();
        if (clockBefore != null) {
            Duration jump = Duration.between(clockBefore, clock)
                    .minus(now.minus(steadyBefore))
                    .abs();
            if (jump.compareTo(jumpMax) > 0) {
                throw new Jumped("the database's clock jumped from %s to %s".formatted(clockBefore, clock));
            }
        }
        clockBefore = clock;
        steadyBefore = now;
        return last != null && last.isAfter(clock) ? last : clock;
    }
}
