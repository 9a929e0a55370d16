package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.AgreeTrajectory;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent.BaselineGapDeclared;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.ConsentGiven;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/** The rules of where a course leads. Each sentence is checked on the pure state and through the shell. */
class Courses {

    private static AgreeTrajectory agree(Milestone... milestones) {
        return new AgreeTrajectory(TARGET, List.of(milestones), null, null);
    }

    /** A target of this polarity to which all have consented, without a baseline. */
    private static Scenario proposedAnd(Polarity polarity) {
        return given().and(draft())
                .on("2008-05-02", proposed(TARGET, polarity, TargetKind.LOCAL_IMPROVEMENT))
                .on("2008-05-10", new ConsentGiven(TARGET, 1, POLICE), new ConsentGiven(TARGET, 1, GOVERNMENT_OFFICE));
    }

    /** The same with a gap in the baseline. */
    private static Scenario gapAnd(Polarity polarity) {
        return proposedAnd(polarity)
                .on(
                        "2008-05-11",
                        new BaselineGapDeclared(
                                TARGET,
                                POLICE,
                                LocalDate.parse("2008-12-31"),
                                text("Survey").ref()));
    }

    /** A course that goes back, with why. */
    private static AgreeTrajectory explained(Milestone... milestones) {
        return new AgreeTrajectory(TARGET, List.of(milestones), text("A site closes"), null);
    }

    private static TrajectoryAgreed explained(AgreeTrajectory agree, String baseline) {
        return new TrajectoryAgreed(
                TARGET,
                new Trajectory(1, milestone(2007, baseline), agree.milestones()),
                text("A site closes").ref());
    }

    private static BaselineSet baseline(String value) {
        return new BaselineSet(TARGET, milestone(2007, value), SOURCE);
    }

    @Nested
    class Agreeing_a_course {

        private final AgreeTrajectory agree = new AgreeTrajectory(TARGET, milestones(), null, null);

        @Test
        void that_falls_where_higher_is_better_is_refused() {
            proposedAnd(Polarity.HIGHER_IS_BETTER)
                    .on("2008-05-03", baseline("901"))
                    .when(agree, governmentOffice(), "2008-06-01")
                    .thenRefused("direction-against-polarity");
        }

        @Test
        void that_stays_level_is_refused() {
            proposedAnd(Polarity.HIGHER_IS_BETTER)
                    .on("2008-05-03", baseline("900"))
                    .when(agree, governmentOffice(), "2008-06-01")
                    .thenRefused("direction-against-polarity");
        }

        @Test
        void that_rises_where_lower_is_better_is_refused() {
            proposedAnd(Polarity.LOWER_IS_BETTER)
                    .on("2008-05-03", baseline("600"))
                    .when(agree, governmentOffice(), "2008-06-01")
                    .thenRefused("direction-against-polarity");
        }

        @Test
        void has_no_direction_where_none_is_plain() {
            proposedAnd(Polarity.NOT_PLAIN)
                    .on("2008-05-03", baseline("900"))
                    .when(agree, governmentOffice(), "2008-06-01")
                    .then(new TrajectoryAgreed(TARGET, new Trajectory(1, milestone(2007, "900"), milestones())));
        }

        @Test
        void that_goes_back_between_milestones_is_refused_without_an_explanation() {
            Milestone[] dip = {milestone(2008, "700"), milestone(2009, "650"), milestone(2010, "900")};
            given().and(consented())
                    .when(agree(dip), governmentOffice(), "2008-06-01")
                    .thenRefused("course-goes-back");
            given().and(consented())
                    .when(explained(dip), governmentOffice(), "2008-06-01")
                    .then(explained(explained(dip), "600"));
        }

        @Test
        void that_falls_below_the_baseline_first_is_refused_without_an_explanation() {
            Milestone[] dip = {milestone(2008, "500"), milestone(2009, "650"), milestone(2010, "900")};
            given().and(consented())
                    .when(agree(dip), governmentOffice(), "2008-06-01")
                    .thenRefused("course-goes-back");
            given().and(consented())
                    .when(explained(dip), governmentOffice(), "2008-06-01")
                    .then(explained(explained(dip), "600"));
        }

        @Test
        void that_goes_further_than_the_target_and_back_is_refused_without_an_explanation() {
            given().and(consented())
                    .when(
                            agree(milestone(2008, "700"), milestone(2009, "950"), milestone(2010, "900")),
                            governmentOffice(),
                            "2008-06-01")
                    .thenRefused("course-goes-back");
        }

        @Test
        void that_stays_level_on_its_way_is_no_step_back() {
            Milestone[] level = {milestone(2008, "600"), milestone(2009, "600"), milestone(2010, "900")};
            given().and(consented())
                    .when(agree(level), governmentOffice(), "2008-06-01")
                    .then(new TrajectoryAgreed(TARGET, new Trajectory(1, milestone(2007, "600"), List.of(level))));
        }

        @Test
        void that_rises_on_its_way_is_refused_where_lower_is_better() {
            proposedAnd(Polarity.LOWER_IS_BETTER)
                    .on("2008-05-03", baseline("1000"))
                    .when(
                            agree(milestone(2008, "950"), milestone(2009, "960"), milestone(2010, "900")),
                            governmentOffice(),
                            "2008-06-01")
                    .thenRefused("course-goes-back");
        }

        @Test
        void is_not_saved_by_an_explanation_when_the_target_is_worse_than_the_baseline() {
            proposedAnd(Polarity.HIGHER_IS_BETTER)
                    .on("2008-05-03", baseline("901"))
                    .when(
                            explained(milestone(2008, "700"), milestone(2009, "800"), milestone(2010, "900")),
                            governmentOffice(),
                            "2008-06-01")
                    .thenRefused("direction-against-polarity");
        }

        @Test
        void with_a_gap_and_a_target_worse_than_the_first_milestone_is_refused() {
            gapAnd(Polarity.HIGHER_IS_BETTER)
                    .when(
                            explained(milestone(2008, "950"), milestone(2009, "800"), milestone(2010, "900")),
                            governmentOffice(),
                            "2008-06-01")
                    .thenRefused("direction-against-polarity");
        }

        @Test
        void with_a_gap_may_stay_level() {
            Milestone[] level = {milestone(2008, "900"), milestone(2009, "900"), milestone(2010, "900")};
            gapAnd(Polarity.HIGHER_IS_BETTER)
                    .when(agree(level), governmentOffice(), "2008-06-01")
                    .then(new TrajectoryAgreed(TARGET, new Trajectory(1, null, List.of(level))));
        }
    }
}
