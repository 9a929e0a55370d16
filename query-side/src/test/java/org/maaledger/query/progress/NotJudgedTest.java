package org.maaledger.query.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.query.progress.Courses.AGREED;
import static org.maaledger.query.progress.Courses.course;
import static org.maaledger.query.progress.Courses.judge;
import static org.maaledger.query.progress.Courses.milestone;
import static org.maaledger.query.progress.Courses.reading;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.Trajectory;

/** Aim: a period that cannot be judged says why. Method: a test for each ground, on the course of {@link Courses}. */
class NotJudgedTest {

    private void because(Ground ground, Standing standing, Judgement judgement) {
        assertThat(judgement.ground()).isEqualTo(ground);
        assertThat(judgement.standing()).isEqualTo(standing);
        assertThat(judgement.words()).endsWith(ground.words());
    }

    @Test
    void where_the_better_direction_is_not_plain() {
        Course course = new Course(Polarity.NOT_PLAIN, 1, Quantity.of("0.1"), course().versions(), null);
        because(Ground.POLARITY_NOT_PLAIN, Standing.NOT_JUDGED, judge(course, reading(2009, "70")));
    }

    @Test
    void where_no_trajectory_is_agreed() {
        because(Ground.NO_TRAJECTORY, Standing.NOT_JUDGED, judge(course(new Course.Version[0]), reading(2009, "70")));
    }

    @Test
    void where_the_period_ended_before_the_trajectory_was_in_force() {
        because(Ground.BEFORE_TRAJECTORY, Standing.NOT_JUDGED, judge(course(), reading(2007, "50")));
    }

    @Test
    void where_the_period_ended_before_the_first_milestone_was_due() {
        ReportingPeriod shifted = ReportingPeriod.of("2007-10-01/P1Y");
        because(Ground.BEFORE_FIRST_MILESTONE, Standing.TOO_EARLY, judge(course(), reading(shifted, "70")));
    }

    @Test
    void after_the_period_of_the_target() {
        because(Ground.AFTER_TARGET, Standing.NOT_JUDGED, judge(course(), reading(2011, "80")));
        ReportingPeriod beginsWithin = ReportingPeriod.of("2010-09-01/P1Y");
        because(Ground.AFTER_TARGET, Standing.NOT_JUDGED, judge(course(), reading(beginsWithin, "80")));
    }

    @Test
    void where_the_period_is_not_as_long_as_the_one_agreed() {
        for (String period : List.of("2010-01-01/P3M", "2010-03-31", "2007-04-01/P3Y")) {
            because(
                    Ground.OTHER_LENGTH,
                    Standing.NOT_JUDGED,
                    judge(course(), reading(ReportingPeriod.of(period), "70")));
        }
    }

    @Test
    void where_a_period_is_longer_than_the_milestone_that_is_next_due() {
        Trajectory quarterly = new Trajectory(
                1,
                milestone(2007, "50"),
                List.of(milestone(2008, "60"), new Milestone(ReportingPeriod.of("2009-04-01/P3M"), Quantity.of("16"))));
        Course course = course(new Course.Version(quarterly, AGREED));
        ReportingPeriod year = ReportingPeriod.of("2008-06-01/P1Y");
        because(Ground.OTHER_LENGTH, Standing.NOT_JUDGED, judge(course, reading(year, "60")));
        assertThat(judge(course, reading(ReportingPeriod.of("2009-04-01/P3M"), "16"))
                        .standing())
                .isEqualTo(Standing.ON);
    }

    @Test
    void where_the_source_has_no_figure() {
        PeriodReading missing = new PeriodReading(
                ReportingPeriod.financialYear(2009),
                Vintage.FINAL,
                new Observation.Missing(MissingReason.CONFIDENTIAL),
                1);
        because(Ground.NO_FIGURE, Standing.NOT_JUDGED, judge(course(), missing));
    }

    @Test
    void where_the_readings_follow_another_definition() {
        PeriodReading other =
                new PeriodReading(ReportingPeriod.financialYear(2009), Vintage.FINAL, Observation.Measured.of("70"), 2);
        because(Ground.OTHER_DEFINITION, Standing.NOT_JUDGED, judge(course(), other));
    }

    @Test
    void where_the_interval_reaches_from_on_to_off() {
        PeriodReading wide = new PeriodReading(
                ReportingPeriod.financialYear(2009),
                Vintage.FINAL,
                new Observation.Measured(Quantity.of("70"), Quantity.of("66"), Quantity.of("74"), false, false),
                1);
        because(Ground.INTERVAL_STRADDLES, Standing.TOO_EARLY, judge(course(), wide));
    }

    @Test
    void after_it_was_withdrawn() {
        Course withdrawn = new Course(
                Polarity.HIGHER_IS_BETTER, 1, Quantity.of("0.1"), course().versions(), LocalDate.of(2010, 1, 1));
        because(Ground.WITHDRAWN, Standing.NOT_JUDGED, judge(withdrawn, reading(2009, "70")));
        assertThat(judge(withdrawn, reading(2008, "60")).standing()).isEqualTo(Standing.ON);
    }
}
