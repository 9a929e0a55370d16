package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Aim: recorded times are the database's, never run backwards and never jump. Method: a clock in the hand of the test. */
final class The_clock_of_the_log {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Duration steady = Duration.ZERO;
    private final LogClock clock = new LogClock(Duration.ofMinutes(10), () -> steady);

    @Test
    void follows_the_database() {
        assertThat(clock.next(NOON, null)).isEqualTo(NOON);
        steady = Duration.ofHours(9);
        assertThat(clock.next(NOON.plus(steady), NOON)).isEqualTo(NOON.plus(steady));
    }

    @Test
    void stands_still_while_the_database_is_a_little_behind_the_last_event() {
        Instant last = NOON.plusSeconds(30);

        assertThat(clock.next(NOON, last)).isEqualTo(last);
        steady = Duration.ofSeconds(31);
        assertThat(clock.next(NOON.plusSeconds(31), last)).isEqualTo(NOON.plusSeconds(31));
    }

    @Test
    void refuses_a_database_that_is_far_behind_the_last_event() {
        assertThatThrownBy(() -> clock.next(NOON, NOON.plus(Duration.ofMinutes(11))))
                .isInstanceOf(LogClock.Jumped.class);
    }

    @Test
    void refuses_a_jump_into_the_future_instead_of_freezing_time_there() {
        clock.next(NOON, null);
        steady = Duration.ofSeconds(1);

        assertThatThrownBy(() -> clock.next(NOON.plus(Duration.ofDays(365)), NOON))
                .isInstanceOf(LogClock.Jumped.class);
        steady = Duration.ofSeconds(2);
        assertThat(clock.next(NOON.plusSeconds(2), NOON)).isEqualTo(NOON.plusSeconds(2));
    }
}
