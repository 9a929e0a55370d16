package org.maaledger.query.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.query.progress.Courses.AGREED;
import static org.maaledger.query.progress.Courses.course;
import static org.maaledger.query.progress.Courses.judge;
import static org.maaledger.query.progress.Courses.milestone;
import static org.maaledger.query.progress.Courses.reading;
import static org.maaledger.query.progress.Courses.rising;

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
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.Trajectory;

/** Aim: the rules of judging a period, one test each. Method: a course from 50 through 60 and 70 to 80, tolerance a tenth, so 3. */
class JudgingTest {

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
