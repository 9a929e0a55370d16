package org.maaledger.query.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.query.progress.Courses.LATER;
import static org.maaledger.query.progress.Courses.course;
import static org.maaledger.query.progress.Courses.reading;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.Vintage;

/** Aim: a target stands as its latest period that could be judged. Method: readings of several periods on the course of {@link Courses}. */
class TargetStandingTest {

    @Test
    void stands_as_its_latest_period_that_could_be_judged() {
        TargetStanding standing = TargetStanding.of(course(), List.of(reading(2009, "60"), reading(2008, "60")), LATER);
        assertThat(standing.standing()).isEqualTo(Standing.OFF);
        assertThat(standing.period()).isEqualTo(ReportingPeriod.financialYear(2009));
        assertThat(standing.judgements()).hasSize(2);
    }

    @Test
    void is_too_early_to_judge_without_a_reading() {
        TargetStanding standing = TargetStanding.of(course(), List.of(), LATER);
        assertThat(standing.standing()).isEqualTo(Standing.TOO_EARLY);
        assertThat(standing.ground()).isEqualTo(Ground.NO_READING);
    }

    @Test
    void that_has_expired_stands_as_it_did_in_its_last_period() {
        TargetStanding standing =
                TargetStanding.of(course(), List.of(reading(2010, "78"), reading(2011, "90")), LATER.plusYears(1));
        assertThat(standing.standing()).isEqualTo(Standing.AMBER);
        assertThat(standing.period()).isEqualTo(ReportingPeriod.financialYear(2010));
        assertThat(standing.judgements()).hasSize(2);
    }

    @Test
    void that_has_readings_of_another_length_only_is_not_judged_and_says_so() {
        PeriodReading quarter = reading(ReportingPeriod.of("2009-04-01/P3M"), "70");
        TargetStanding standing = TargetStanding.of(course(), List.of(quarter, reading(2011, "90")), LATER);
        assertThat(standing.standing()).isEqualTo(Standing.NOT_JUDGED);
        assertThat(standing.ground()).isEqualTo(Ground.OTHER_LENGTH);
    }

    @Test
    void that_has_readings_of_later_periods_only_is_not_judged_and_says_so() {
        TargetStanding standing = TargetStanding.of(course(), List.of(reading(2011, "90")), LATER.plusYears(1));
        assertThat(standing.ground()).isEqualTo(Ground.AFTER_TARGET);
    }

    @Test
    void on_an_earlier_day_knows_nothing_of_later_periods() {
        TargetStanding standing = TargetStanding.of(
                course(), List.of(reading(2008, "60"), reading(2009, "0")), LocalDate.of(2009, 12, 31));
        assertThat(standing.standing()).isEqualTo(Standing.ON);
    }

    @Test
    void is_judged_by_the_most_settled_vintage() {
        PeriodReading provisional = new PeriodReading(
                ReportingPeriod.financialYear(2009), Vintage.PROVISIONAL, Observation.Measured.of("0"), 1);
        assertThat(TargetStanding.of(course(), List.of(reading(2009, "70"), provisional), LATER)
                        .standing())
                .isEqualTo(Standing.ON);
    }
}
