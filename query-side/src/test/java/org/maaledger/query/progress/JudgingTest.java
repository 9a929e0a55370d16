package org.maaledger.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.Trajectory;

/** Aim: the rules of judging, one test each. Method: a course from 50 through 60 and 70 to 80, tolerance a tenth, so 3. */
class JudgingTest {

    private static final LocalDate AGREED = LocalDate.of(2008, 6, 1);
    private static final LocalDate LATER = LocalDate.of(2012, 1, 1);

    private static Milestone milestone(int year, String value) {
        return new Milestone(ReportingPeriod.financialYear(year), Quantity.of(value));
    }

    private static Trajectory rising(int version, String last) {
        return new Trajectory(
                version,
                milestone(2007, "50"),
                List.of(milestone(2008, "60"), milestone(2009, "70"), milestone(2010, last)));
    }

    private static Course course(Course.Version... versions) {
        return new Course(Polarity.HIGHER_IS_BETTER, 1, Quantity.of("0.1"), List.of(versions), null);
    }

    private static Course course() {
        return course(new Course.Version(rising(1, "80"), AGREED));
    }

    private static PeriodReading reading(ReportingPeriod period, String value) {
        return new PeriodReading(period, Vintage.FINAL, Observation.Measured.of(value), 1);
    }

    private static PeriodReading reading(int year, String value) {
        return reading(ReportingPeriod.financialYear(year), value);
    }

    private static Judgement judge(Course course, PeriodReading reading) {
        return Judging.of(course, reading, LATER);
    }

    @Nested
    class A_figure {

        @Test
        void at_the_milestone_is_on_course() {
            assertThat(judge(course(), reading(2009, "70")).standing()).isEqualTo(Standing.ON);
        }

        @Test
        void short_by_no_more_than_the_tolerance_is_amber() {
            assertThat(judge(course(), reading(2009, "67")).standing()).isEqualTo(Standing.AMBER);
        }

        @Test
        void short_by_more_than_the_tolerance_is_off_course() {
            assertThat(judge(course(), reading(2009, "66.99")).standing()).isEqualTo(Standing.OFF);
        }

        @Test
        void between_milestones_is_judged_on_the_straight_line_by_days() {
            ReportingPeriod shifted = ReportingPeriod.of("2008-10-01/P1Y");
            Judgement judgement = judge(course(), reading(shifted, "65.013698"));
            assertThat(judgement.expected()).isEqualTo(Quantity.of("65.013698"));
            assertThat(judgement.standing()).isEqualTo(Standing.ON);
            assertThat(judgement.arithmetic().getFirst().sum()).isEqualTo("60 + (70 − 60) × 183 days / 365 days");
        }

        @Test
        void where_lower_is_better_is_judged_the_other_way_round() {
            Trajectory falling =
                    new Trajectory(1, milestone(2007, "80"), List.of(milestone(2008, "70"), milestone(2009, "60")));
            Course course = new Course(
                    Polarity.LOWER_IS_BETTER,
                    1,
                    Quantity.of("0.1"),
                    List.of(new Course.Version(falling, AGREED)),
                    null);
            assertThat(judge(course, reading(2009, "59")).standing()).isEqualTo(Standing.ON);
            assertThat(judge(course, reading(2009, "62")).standing()).isEqualTo(Standing.AMBER);
            assertThat(judge(course, reading(2009, "62.1")).standing()).isEqualTo(Standing.OFF);
        }

        @Test
        void is_shown_with_every_step_of_the_sum() {
            Judgement judgement = judge(course(), reading(2009, "66"));
            assertThat(judgement.arithmetic())
                    .extracting(Step::sum, step -> step.result().toString())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("70", "70"),
                            org.assertj.core.groups.Tuple.tuple("|80 − 50|", "30"),
                            org.assertj.core.groups.Tuple.tuple("0.1 × 30", "3"),
                            org.assertj.core.groups.Tuple.tuple("66 − 70", "-4"));
            assertThat(judgement.words()).isEqualTo("2009-04-01/P1Y: 66 against an expected 70 is off course");
        }
    }

    @Nested
    class After_a_renegotiation {

        private final Course renegotiated = course(
                new Course.Version(rising(1, "80"), AGREED),
                new Course.Version(rising(2, "72"), LocalDate.of(2010, 6, 1)));

        @Test
        void a_period_that_ended_before_keeps_its_judgement() {
            assertThat(judge(renegotiated, reading(2009, "66"))).isEqualTo(judge(course(), reading(2009, "66")));
        }

        @Test
        void a_period_that_ended_later_is_judged_by_the_new_trajectory() {
            Judgement judgement = judge(renegotiated, reading(2010, "73"));
            assertThat(judgement.trajectoryVersion()).isEqualTo(2);
            assertThat(judgement.standing()).isEqualTo(Standing.ON);
        }
    }

    @Nested
    class It_is_not_judged {

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
            because(
                    Ground.NO_TRAJECTORY,
                    Standing.NOT_JUDGED,
                    judge(course(new Course.Version[0]), reading(2009, "70")));
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
                    List.of(
                            milestone(2008, "60"),
                            new Milestone(ReportingPeriod.of("2009-04-01/P3M"), Quantity.of("16"))));
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
            PeriodReading other = new PeriodReading(
                    ReportingPeriod.financialYear(2009), Vintage.FINAL, Observation.Measured.of("70"), 2);
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

    @Nested
    class A_target {

        @Test
        void stands_as_its_latest_period_that_could_be_judged() {
            TargetStanding standing =
                    TargetStanding.of(course(), List.of(reading(2009, "60"), reading(2008, "60")), LATER);
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

    /** Whatever the figures: better never stands worse, amber lies between, and nothing fails, at the extremes of a quantity too. */
    @RepeatedTest(200)
    void a_better_figure_never_stands_worse(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Polarity polarity = random.nextBoolean() ? Polarity.HIGHER_IS_BETTER : Polarity.LOWER_IS_BETTER;
        List<Milestone> milestones = new ArrayList<>();
        for (int year = 2008; year <= 2008 + random.nextInt(4); year++) {
            milestones.add(new Milestone(ReportingPeriod.financialYear(year), quantity(random)));
        }
        Milestone baseline =
                random.nextInt(3) == 0 ? null : new Milestone(ReportingPeriod.financialYear(2007), quantity(random));
        Course course = new Course(
                polarity,
                1,
                new Quantity(BigDecimal.valueOf(random.nextInt(101), 2)),
                List.of(new Course.Version(new Trajectory(1, baseline, milestones), AGREED)),
                null);
        ReportingPeriod period = new ReportingPeriod(LocalDate.of(2008, 4, 1).plusMonths(random.nextInt(60)), 12);
        Quantity one = quantity(random);
        Quantity other = quantity(random);
        boolean oneIsBetter =
                polarity == Polarity.HIGHER_IS_BETTER ? one.compareTo(other) >= 0 : one.compareTo(other) <= 0;
        Judgement better = judge(course, reading(period, (oneIsBetter ? one : other).toString()));
        Judgement worse = judge(course, reading(period, (oneIsBetter ? other : one).toString()));
        assertThat(better.standing())
                .as("seed %d: %s and %s", repetition.getCurrentRepetition(), better, worse)
                .isLessThanOrEqualTo(worse.standing());
    }

    private static Quantity quantity(Random random) {
        return switch (random.nextInt(10)) {
            case 0 -> Quantity.of("999999999999999999.999999999999999999999999");
            case 1 -> Quantity.of("-999999999999999999.999999999999999999999999");
            default -> new Quantity(BigDecimal.valueOf(random.nextInt(20_001) - 10_000, 2));
        };
    }
}
