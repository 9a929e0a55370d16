package org.maaledger.command.target;

import static org.maaledger.command.target.RenegotiationStory.*;
import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.AgreeTrajectory;
import org.maaledger.command.target.TargetCommand.CounterPropose;
import org.maaledger.command.target.TargetCommand.ProposeTarget;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorWithdrawn;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.TargetEvent.TargetCounterProposed;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.Trajectory;

/**
 * What can be offered and agreed when the indicator was withdrawn after the target was proposed, or is withdrawn after the act. Each
 * sentence is checked on the pure state and through the shell.
 */
class TargetsOfWithdrawnIndicators {

    private static final ProposeTarget PROPOSAL = new ProposeTarget(
            TARGET,
            AGREEMENT,
            HOMES,
            new AreaCode("E06000002"),
            null,
            List.of(MIDDLESBROUGH, POLICE),
            milestone(2010, "900"),
            null);

    private static IndicatorWithdrawn withdrawnFrom(String day) {
        return new IndicatorWithdrawn(HOMES, LocalDate.parse(day), SOURCE);
    }

    @Nested
    class Proposing_a_target {

        private Scenario propose(String withdrawnOn, String withdrawnFrom, String date) {
            return given().and(draft())
                    .on(withdrawnOn, withdrawnFrom(withdrawnFrom))
                    .when(PROPOSAL, officer(MIDDLESBROUGH), date);
        }

        @Test
        void before_the_indicator_was_withdrawn_is_possible() {
            propose("2010-03-15", "2010-04-01", "2008-05-02").then(proposed());
        }

        @Test
        void on_the_day_before_it_was_withdrawn_is_possible() {
            propose("2008-05-03", "2010-04-01", "2008-05-02").then(proposed());
        }

        @Test
        void on_the_day_on_which_it_was_withdrawn_is_refused() {
            propose("2008-05-02", "2010-04-01", "2008-05-02").thenRefused("indicator-no-longer-collected");
        }

        @Test
        void before_it_was_withdrawn_from_an_earlier_day_on_is_possible() {
            propose("2008-06-01", "2008-04-01", "2008-05-02").then(proposed());
        }
    }

    @Nested
    class Making_a_counter_offer {

        private Scenario counter(Milestone offer, String withdrawnFrom) {
            return counter(offer, "2008-05-03", withdrawnFrom);
        }

        private Scenario counter(Milestone offer, String withdrawnOn, String withdrawnFrom) {
            return given().and(draft())
                    .on("2008-05-02", proposed())
                    .on(withdrawnOn, withdrawnFrom(withdrawnFrom))
                    .when(new CounterPropose(TARGET, offer, null), governmentOffice(), "2008-05-05");
        }

        @Test
        void for_a_period_in_which_the_indicator_will_no_longer_be_collected_is_refused() {
            counter(milestone(2010, "850"), "2010-04-01").thenRefused("indicator-no-longer-collected");
        }

        @Test
        void for_an_earlier_period_is_possible() {
            counter(milestone(2009, "850"), "2010-04-01")
                    .then(new TargetCounterProposed(TARGET, 2, milestone(2009, "850"), GOVERNMENT_OFFICE));
        }

        @Test
        void before_the_indicator_was_withdrawn_is_possible() {
            counter(milestone(2010, "850"), "2010-03-15", "2010-04-01")
                    .then(new TargetCounterProposed(TARGET, 2, milestone(2010, "850"), GOVERNMENT_OFFICE));
        }

        @Test
        void when_the_indicator_is_no_longer_collected_is_refused() {
            counter(milestone(2008, "850"), "2008-05-05").thenRefused("indicator-no-longer-collected");
        }

        @Test
        void beyond_the_agreements_period_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(new CounterPropose(TARGET, milestone(2011, "850"), null), governmentOffice(), "2008-05-05")
                    .thenRefused("offer-outside-period");
        }

        @Test
        void after_the_agreement_has_ended_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(new CounterPropose(TARGET, milestone(2010, "850"), null), governmentOffice(), "2011-04-01")
                    .thenRefused("agreement-ended");
        }
    }

    @Nested
    class Agreeing_a_trajectory {

        private Scenario agree(String withdrawnFrom) {
            return agree("2008-05-25", withdrawnFrom);
        }

        private Scenario agree(String withdrawnOn, String withdrawnFrom) {
            return given().and(consented())
                    .on(withdrawnOn, withdrawnFrom(withdrawnFrom))
                    .when(new AgreeTrajectory(TARGET, milestones(), null, null), governmentOffice(), "2008-06-01");
        }

        @Test
        void to_a_period_in_which_the_indicator_will_no_longer_be_collected_is_refused() {
            agree("2010-04-01").thenRefused("indicator-no-longer-collected");
        }

        @Test
        void to_a_period_that_begins_while_it_is_still_collected_is_possible() {
            agree("2010-04-02")
                    .then(new TrajectoryAgreed(TARGET, new Trajectory(1, milestone(2007, "600"), milestones())));
        }

        @Test
        void before_the_indicator_was_withdrawn_is_possible() {
            agree("2010-03-15", "2010-04-01")
                    .then(new TrajectoryAgreed(TARGET, new Trajectory(1, milestone(2007, "600"), milestones())));
        }

        @Test
        void on_the_day_on_which_it_was_withdrawn_is_refused() {
            agree("2008-06-01", "2010-04-01").thenRefused("indicator-no-longer-collected");
        }
    }

    @Nested
    class Proposing_a_renegotiation {

        private final List<Milestone> shorter = List.of(milestone(2008, "700"), milestone(2009, "850"));

        private Scenario renegotiated(List<Milestone> milestones, String withdrawnOn) {
            return given().and(inForce())
                    .on(withdrawnOn, withdrawnFrom("2010-04-01"))
                    .when(renegotiate(milestones), officer(MIDDLESBROUGH), "2009-01-05");
        }

        private void accepted(List<Milestone> milestones) {
            accepted(milestones, "2008-12-01");
        }

        private void accepted(List<Milestone> milestones, String withdrawnOn) {
            renegotiated(milestones, withdrawnOn)
                    .then(new RenegotiationProposed(
                            TARGET,
                            1,
                            new Trajectory(2, milestone(2007, "600"), milestones),
                            RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                            text("The recession").ref(),
                            false,
                            List.of(POLICE),
                            MIDDLESBROUGH));
        }

        @Test
        void with_another_value_for_a_period_in_which_it_will_no_longer_be_collected_is_refused() {
            renegotiated(LOWER, "2008-12-01").thenRefused("indicator-no-longer-collected");
        }

        @Test
        void before_it_was_withdrawn_is_possible() {
            accepted(LOWER, "2010-03-15");
        }

        @Test
        void on_the_day_on_which_it_was_withdrawn_is_refused() {
            renegotiated(LOWER, "2009-01-05").thenRefused("indicator-no-longer-collected");
        }

        @Test
        void that_ends_the_course_before_is_possible() {
            accepted(shorter);
        }

        @Test
        void that_tells_what_was_agreed_for_such_a_period_again_is_possible() {
            accepted(List.of(milestone(2008, "700"), milestone(2009, "650"), milestone(2010, "900")));
        }
    }
}
