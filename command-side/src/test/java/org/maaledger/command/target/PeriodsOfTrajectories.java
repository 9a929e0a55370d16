package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.AgreeTrajectory;
import org.maaledger.command.target.TargetCommand.RenegotiateTarget;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.ConsentGiven;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.Trajectory;

/** Milestones of every kind of period. Each sentence is checked on the pure state and through the shell. */
class PeriodsOfTrajectories {

    private static List<Milestone> rising(String... periods) {
        Milestone[] milestones = new Milestone[periods.length];
        for (int i = 0; i < periods.length; i++) {
            milestones[i] = new Milestone(ReportingPeriod.of(periods[i]), Quantity.of(String.valueOf(700 + i)));
        }
        return Arrays.asList(milestones);
    }

    /** All have consented to the last of these milestones, and the baseline is of {@code baseline}. */
    private static Scenario when(String baseline, List<Milestone> milestones) {
        Milestone start = new Milestone(ReportingPeriod.of(baseline), Quantity.of("600"));
        return given().and(draft())
                .on("2008-05-02", proposed(proposed().relatesTo(), MIDDLESBROUGH, milestones.getLast()))
                .on("2008-05-03", new BaselineSet(TARGET, start, SOURCE))
                .on("2008-05-10", new ConsentGiven(TARGET, 1, POLICE), new ConsentGiven(TARGET, 1, GOVERNMENT_OFFICE))
                .when(new AgreeTrajectory(TARGET, milestones, null, null), governmentOffice(), "2008-06-01");
    }

    private static void accepted(String baseline, String... periods) {
        Milestone start = new Milestone(ReportingPeriod.of(baseline), Quantity.of("600"));
        when(baseline, rising(periods)).then(new TrajectoryAgreed(TARGET, new Trajectory(1, start, rising(periods))));
    }

    private static void refused(String code, String baseline, String... periods) {
        when(baseline, rising(periods)).thenRefused(code);
    }

    @Nested
    class A_trajectory_may_be_told_in {

        @Test
        void academic_years() {
            accepted("2006-09-01/P1Y", "2007-09-01/P1Y", "2008-09-01/P1Y", "2009-09-01/P1Y");
        }

        @Test
        void quarters() {
            accepted("2008-01-01/P3M", "2008-04-01/P3M", "2008-07-01/P3M", "2008-10-01/P3M");
        }

        @Test
        void days() {
            accepted("2008-01-15", "2009-01-15", "2010-01-14", "2011-01-13");
        }

        @Test
        void pools_of_three_years_that_overlap() {
            accepted("2004-04-01/P3Y", "2006-04-01/P3Y", "2007-04-01/P3Y", "2008-04-01/P3Y");
        }

        @Test
        void years_after_a_baseline_that_ends_on_a_leap_day() {
            accepted("2007-03-01/P1Y", "2008-03-01/P1Y", "2009-03-01/P1Y", "2010-03-01/P1Y");
        }
    }

    @Nested
    class A_renegotiated_trajectory {

        private Scenario renegotiated(Milestone... milestones) {
            return given().and(inForce())
                    .when(
                            new RenegotiateTarget(
                                    TARGET,
                                    List.of(milestones),
                                    RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                                    text("The recession"),
                                    null),
                            officer(MIDDLESBROUGH),
                            "2009-06-14");
        }

        private void accepted(Milestone... milestones) {
            renegotiated(milestones)
                    .then(new RenegotiationProposed(
                            TARGET,
                            1,
                            new Trajectory(2, milestone(2007, "600"), List.of(milestones)),
                            RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                            text("The recession").ref(),
                            false,
                            List.of(POLICE),
                            MIDDLESBROUGH));
        }

        @Test
        void may_tell_a_period_that_is_over_as_it_was_agreed() {
            accepted(milestone(2008, "700"), milestone(2009, "650"), milestone(2010, "750"));
        }

        @Test
        void may_leave_a_period_out_that_is_over() {
            accepted(milestone(2009, "650"), milestone(2010, "750"));
        }

        @Test
        void may_not_change_a_period_that_is_over() {
            renegotiated(milestone(2008, "650"), milestone(2009, "660"), milestone(2010, "750"))
                    .thenRefused("closed-period-changed");
        }
    }

    @Nested
    class A_trajectory_is_refused_whose {

        @Test
        void surveys_are_two_years_apart() {
            refused("milestones-too-far-apart", "2006-10-01/P3M", "2008-10-01/P3M", "2010-10-01/P3M");
        }

        @Test
        void milestones_lie_a_day_more_than_a_year_apart() {
            refused("milestones-too-far-apart", "2008-01-15", "2009-01-15", "2010-01-16");
        }

        @Test
        void milestones_end_on_the_same_day() {
            refused("milestones-out-of-order", "2007-04-01/P1Y", "2008-04-01/P1Y", "2009-01-01/P3M");
        }

        @Test
        void baseline_overlaps_with_the_first_milestone_and_ends_with_it() {
            refused("baseline-not-before-target", "2009-01-01/P3M", "2008-04-01/P1Y", "2009-04-01/P1Y");
        }
    }
}
