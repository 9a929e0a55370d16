package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.target.TargetCommand.SetBaseline;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.BaselineGapDeclared;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.RenegotiationApproved;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.Trajectory;

/** The rules of baselines and gaps. Each sentence is checked on the pure state and through the shell. */
class Baselines {

    /** A trajectory agreed on 1 June 2008 with a gap in the baseline, to be filled by the end of the year. */
    private static List<Dated> withGap() {
        List<Dated> story = new ArrayList<>(draft());
        story.add(new Dated(proposed(), LocalDate.parse("2008-05-02")));
        story.add(new Dated(
                new BaselineGapDeclared(
                        TARGET,
                        POLICE,
                        LocalDate.parse("2008-12-31"),
                        text("Survey").ref()),
                LocalDate.parse("2008-05-11")));
        story.add(new Dated(
                new TrajectoryAgreed(TARGET, new Trajectory(1, null, milestones())), LocalDate.parse("2008-06-01")));
        return story;
    }

    private static RenegotiationProposed rising(Trajectory trajectory) {
        return new RenegotiationProposed(
                TARGET,
                1,
                trajectory,
                RenegotiationGround.BASELINE_ESTABLISHED,
                text("The survey is done").ref(),
                false,
                List.of(POLICE),
                MIDDLESBROUGH);
    }

    private static BaselineSet baseline(String value) {
        return new BaselineSet(TARGET, milestone(2007, value), SOURCE);
    }

    @Nested
    class Setting_a_baseline {

        private final SetBaseline set = new SetBaseline(TARGET, milestone(2007, "600"), SOURCE, null);

        @Test
        void is_done_by_a_party_that_the_target_relates_to() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(set, partner(POLICE), "2008-05-03")
                    .then(baseline("600"));
        }

        @Test
        void corrects_an_earlier_one() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .on("2008-05-03", baseline("500"))
                    .when(set, officer(MIDDLESBROUGH), "2008-05-04")
                    .then(baseline("600"));
        }

        @Test
        void with_which_the_trajectory_was_agreed_is_changed_by_nobody() {
            SetBaseline lower = new SetBaseline(TARGET, milestone(2007, "-5000"), SOURCE, null);
            given().and(agreed())
                    .when(lower, officer(MIDDLESBROUGH), "2009-05-04")
                    .thenRefused("baseline-agreed");
            given().and(agreed()).when(lower, partner(POLICE), "2009-05-04").thenRefused("baseline-agreed");
            given().and(agreed()).when(lower, governmentOffice(), "2009-05-04").thenRefused("baseline-agreed");
        }

        @Test
        void of_an_agreed_target_is_refused_first_to_those_whom_it_does_not_concern() {
            given().and(agreed()).when(set, officer(STOCKTON), "2009-05-04").thenRefused("not-concerned");
        }

        @Test
        void fills_a_declared_gap_after_the_trajectory_was_agreed() {
            given().and(withGap()).when(set, partner(POLICE), "2008-11-01").then(baseline("600"));
        }

        @Test
        void fills_a_declared_gap_once() {
            given().and(withGap())
                    .on("2008-11-01", baseline("590"))
                    .when(set, officer(MIDDLESBROUGH), "2008-11-02")
                    .thenRefused("baseline-agreed");
        }

        @Test
        void that_fills_a_gap_before_the_trajectory_with_the_gap_was_agreed_is_refused() {
            given().and(withGap())
                    .when(set, officer(MIDDLESBROUGH), "2008-05-31")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void to_what_it_is_already_is_refused() {
            given().and(consented())
                    .when(set, officer(MIDDLESBROUGH), "2008-05-21")
                    .thenRefused("baseline-unchanged");
        }

        @Test
        void of_the_period_of_the_target_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(
                            new SetBaseline(TARGET, milestone(2010, "600"), SOURCE, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-03")
                    .thenRefused("baseline-not-before-target");
        }

        @Test
        void is_refused_to_a_party_that_the_target_does_not_relate_to() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(set, officer(STOCKTON), "2008-05-03")
                    .thenRefused("not-concerned");
        }

        @Test
        void from_which_the_agreed_target_is_no_improvement_is_refused() {
            SetBaseline asGood = new SetBaseline(TARGET, milestone(2007, "900"), SOURCE, null);
            SetBaseline worse = new SetBaseline(TARGET, milestone(2007, "899.9"), SOURCE, null);
            given().and(withGap())
                    .when(asGood, officer(MIDDLESBROUGH), "2008-11-01")
                    .thenRefused("baseline-against-trajectory");
            given().and(withGap())
                    .when(worse, officer(MIDDLESBROUGH), "2008-11-01")
                    .then(baseline("899.9"));
        }

        @Test
        void that_fills_a_gap_may_make_the_course_go_back_on_its_way() {
            given().and(withGap())
                    .when(
                            new SetBaseline(TARGET, milestone(2007, "750"), SOURCE, null),
                            officer(MIDDLESBROUGH),
                            "2008-11-01")
                    .then(baseline("750"));
        }

        @Test
        void that_was_refused_is_possible_once_the_target_was_renegotiated() {
            Trajectory higher = new Trajectory(
                    2, null, List.of(milestone(2008, "700"), milestone(2009, "800"), milestone(2010, "1000")));
            given().and(withGap())
                    .on("2008-11-01", rising(higher))
                    .on("2008-11-10", new RenegotiationApproved(TARGET, 1, higher))
                    .when(
                            new SetBaseline(TARGET, milestone(2007, "950"), SOURCE, null),
                            officer(MIDDLESBROUGH),
                            "2008-11-11")
                    .then(baseline("950"));
        }

        @Test
        void of_the_first_milestones_period_is_refused_where_it_fills_a_gap() {
            given().and(withGap())
                    .when(
                            new SetBaseline(TARGET, milestone(2008, "600"), SOURCE, null),
                            officer(MIDDLESBROUGH),
                            "2008-11-01")
                    .thenRefused("baseline-not-before-target");
        }

        @Test
        void of_several_years_together_is_possible() {
            Milestone pool = new Milestone(ReportingPeriod.of("2005-04-01/P3Y"), Quantity.of("610"));
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(new SetBaseline(TARGET, pool, SOURCE, null), officer(MIDDLESBROUGH), "2008-05-03")
                    .then(new BaselineSet(TARGET, pool, SOURCE));
        }

        @Test
        void of_a_period_that_has_not_begun_is_refused() {
            Milestone next = new Milestone(ReportingPeriod.of("2008-07-01/P3M"), Quantity.of("600"));
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(new SetBaseline(TARGET, next, SOURCE, null), officer(MIDDLESBROUGH), "2008-06-30")
                    .thenRefused("baseline-in-the-future");
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(new SetBaseline(TARGET, next, SOURCE, null), officer(MIDDLESBROUGH), "2008-07-01")
                    .then(new BaselineSet(TARGET, next, SOURCE));
        }

        @Test
        void before_the_target_was_proposed_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(set, officer(MIDDLESBROUGH), "2008-05-01")
                    .thenRefused("act-before-its-ground");
        }
    }
}
