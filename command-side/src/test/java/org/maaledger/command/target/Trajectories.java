package org.maaledger.command.target;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.target.TargetCommand.AgreeTrajectory;
import org.maaledger.command.target.TargetCommand.DeclareGap;
import org.maaledger.command.target.TargetCommand.SetBaseline;
import org.maaledger.command.target.TargetCommand.WithdrawTarget;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.agreement.AgreementEvent.TargetDesignated;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent.BaselineGapDeclared;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.ConsentGiven;
import org.maaledger.kernel.target.TargetEvent.TargetProposed;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/** The rules of baselines, trajectories and withdrawal. Each sentence is checked on the pure state and through the shell. */
class Trajectories {

    private static AgreeTrajectory agree(Milestone... milestones) {
        return new AgreeTrajectory(TARGET, List.of(milestones), null);
    }

    /** A target of this polarity to which all have consented, without a baseline. */
    private static Scenario proposedAnd(Polarity polarity) {
        return given().and(draft())
                .on("2008-05-02", proposed(TARGET, polarity, TargetKind.LOCAL_IMPROVEMENT))
                .on("2008-05-10", new ConsentGiven(TARGET, 1, POLICE), new ConsentGiven(TARGET, 1, GOVERNMENT_OFFICE));
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
        void is_possible_after_the_trajectory_was_agreed() {
            given().and(agreed())
                    .on("2008-06-02", baseline("590"))
                    .when(set, officer(MIDDLESBROUGH), "2009-05-04")
                    .then(baseline("600"));
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
    }

    @Nested
    class Declaring_a_gap {

        private DeclareGap gap(BodyId owner, String fillBy) {
            return new DeclareGap(TARGET, owner, LocalDate.parse(fillBy), text("A survey is under way"), null);
        }

        @Test
        void says_who_fills_it_and_by_when() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(gap(POLICE, "2008-12-31"), officer(MIDDLESBROUGH), "2008-05-03")
                    .then(new BaselineGapDeclared(
                            TARGET,
                            POLICE,
                            LocalDate.parse("2008-12-31"),
                            text("A survey is under way").ref()));
        }

        @Test
        void where_there_is_a_baseline_is_refused() {
            given().and(consented())
                    .when(gap(POLICE, "2008-12-31"), officer(MIDDLESBROUGH), "2008-05-21")
                    .thenRefused("baseline-known");
        }

        @Test
        void to_be_filled_by_a_stranger_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(gap(HARTLEPOOL, "2008-12-31"), officer(MIDDLESBROUGH), "2008-05-03")
                    .thenRefused("owner-not-party");
        }

        @Test
        void to_be_filled_in_the_past_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(gap(POLICE, "2008-05-03"), officer(MIDDLESBROUGH), "2008-05-03")
                    .thenRefused("gap-date-outside");
        }

        @Test
        void to_be_filled_after_the_agreement_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(gap(POLICE, "2011-04-01"), officer(MIDDLESBROUGH), "2008-05-03")
                    .thenRefused("gap-date-outside");
        }
    }

    @Nested
    class Agreeing_a_trajectory {

        private final AgreeTrajectory agree = new AgreeTrajectory(TARGET, milestones(), null);
        private final TrajectoryAgreed agreed =
                new TrajectoryAgreed(TARGET, new Trajectory(1, milestone(2007, "600"), milestones()));

        @Test
        void is_done_by_the_government_office() {
            given().and(consented())
                    .when(agree, governmentOffice(), "2008-06-01")
                    .then(agreed);
        }

        @Test
        void is_done_by_the_responsible_authority_and_may_dip_on_the_way() {
            given().and(consented())
                    .when(agree, officer(MIDDLESBROUGH), "2008-06-01")
                    .then(agreed);
        }

        @Test
        void is_refused_to_another_party() {
            given().and(consented()).when(agree, partner(POLICE), "2008-06-01").thenRefused("not-agreer");
        }

        @Test
        void needs_the_consent_of_each_party_it_relates_to() {
            given().and(draft())
                    .on("2008-05-02", proposed(), baseline("600"))
                    .on("2008-05-10", new ConsentGiven(TARGET, 1, GOVERNMENT_OFFICE))
                    .when(agree, governmentOffice(), "2008-06-01")
                    .thenRefused("consents-missing");
        }

        @Test
        void needs_the_consent_of_the_government_office() {
            given().and(draft())
                    .on("2008-05-02", proposed(), baseline("600"))
                    .on("2008-05-10", new ConsentGiven(TARGET, 1, POLICE))
                    .when(agree, officer(MIDDLESBROUGH), "2008-06-01")
                    .thenRefused("consents-missing");
        }

        @Test
        void no_longer_needs_the_consent_of_a_party_that_has_left() {
            given().and(draft())
                    .on("2008-05-02", proposed(), baseline("600"))
                    .on("2008-05-10", new ConsentGiven(TARGET, 1, GOVERNMENT_OFFICE))
                    .on("2008-05-20", new PartyLeft(AGREEMENT, POLICE))
                    .when(agree, governmentOffice(), "2008-06-01")
                    .then(agreed);
        }

        @Test
        void before_the_last_consent_is_refused() {
            given().and(consented())
                    .when(agree, governmentOffice(), "2008-05-19")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void without_baseline_or_gap_is_refused() {
            proposedAnd(Polarity.HIGHER_IS_BETTER)
                    .when(agree, governmentOffice(), "2008-06-01")
                    .thenRefused("baseline-missing");
        }

        @Test
        void with_a_dated_gap_is_possible() {
            proposedAnd(Polarity.HIGHER_IS_BETTER)
                    .on(
                            "2008-05-11",
                            new BaselineGapDeclared(
                                    TARGET,
                                    POLICE,
                                    LocalDate.parse("2008-06-01"),
                                    text("Survey").ref()))
                    .when(agree, governmentOffice(), "2008-06-01")
                    .then(new TrajectoryAgreed(TARGET, new Trajectory(1, null, milestones())));
        }

        @Test
        void with_an_overdue_gap_is_refused() {
            proposedAnd(Polarity.HIGHER_IS_BETTER)
                    .on(
                            "2008-05-11",
                            new BaselineGapDeclared(
                                    TARGET,
                                    POLICE,
                                    LocalDate.parse("2008-05-31"),
                                    text("Survey").ref()))
                    .when(agree, governmentOffice(), "2008-06-01")
                    .thenRefused("gap-overdue");
        }

        @Test
        void is_refused_when_the_final_milestone_differs_from_the_offer() {
            given().and(consented())
                    .when(
                            agree(milestone(2008, "700"), milestone(2009, "800"), milestone(2010, "901")),
                            governmentOffice(),
                            "2008-06-01")
                    .thenRefused("last-milestone-not-offer");
        }

        @Test
        void with_milestones_out_of_order_is_refused() {
            given().and(consented())
                    .when(
                            agree(milestone(2009, "700"), milestone(2008, "800"), milestone(2010, "900")),
                            governmentOffice(),
                            "2008-06-01")
                    .thenRefused("milestones-too-far-apart");
            given().and(consented())
                    .when(
                            agree(milestone(2008, "700"), milestone(2008, "800"), milestone(2010, "900")),
                            governmentOffice(),
                            "2008-06-01")
                    .thenRefused("milestones-out-of-order");
        }

        @Test
        void with_a_year_left_out_is_refused() {
            given().and(consented())
                    .when(agree(milestone(2008, "700"), milestone(2010, "900")), governmentOffice(), "2008-06-01")
                    .thenRefused("milestones-too-far-apart");
        }

        @Test
        void that_begins_later_than_a_year_on_is_refused() {
            given().and(consented())
                    .when(agree(milestone(2009, "700"), milestone(2010, "900")), governmentOffice(), "2008-06-01")
                    .thenRefused("milestones-too-far-apart");
        }

        @Test
        void with_a_milestone_before_the_agreement_is_refused() {
            given().and(consented())
                    .when(
                            agree(milestone(2006, "500"), milestone(2007, "650"), milestone(2010, "900")),
                            governmentOffice(),
                            "2008-06-01")
                    .thenRefused("milestone-outside-period");
        }

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
        void twice_is_refused() {
            given().and(agreed()).when(agree, governmentOffice(), "2008-06-02").thenRefused("target-already-agreed");
        }
    }

    @Nested
    class Withdrawing_a_target {

        private final WithdrawTarget withdraw = new WithdrawTarget(TARGET, text("Merged with another"), null);
        private final TargetWithdrawn withdrawn =
                new TargetWithdrawn(TARGET, text("Merged with another").ref());

        @Test
        void under_negotiation_is_done_by_who_proposed_it() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(withdraw, officer(MIDDLESBROUGH), "2008-05-05")
                    .then(withdrawn);
        }

        @Test
        void under_negotiation_is_refused_to_a_party_that_only_answers() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(withdraw, partner(POLICE), "2008-05-05")
                    .thenRefused("not-concerned");
        }

        @Test
        void once_agreed_is_done_by_the_government_office_where_it_relates_to_others() {
            given().and(inForce())
                    .when(withdraw, governmentOffice(), "2009-01-05")
                    .then(withdrawn);
        }

        @Test
        void once_agreed_is_refused_to_the_responsible_authority_where_it_relates_to_others() {
            given().and(inForce())
                    .when(withdraw, officer(MIDDLESBROUGH), "2009-01-05")
                    .thenRefused("withdrawal-concerns-others");
        }

        @Test
        void once_agreed_is_done_by_the_responsible_authority_where_it_relates_to_nobody_else() {
            given().and(inForce())
                    .on("2008-12-01", new PartyLeft(AGREEMENT, POLICE))
                    .when(withdraw, officer(MIDDLESBROUGH), "2009-01-05")
                    .then(withdrawn);
        }

        @Test
        void once_agreed_needs_a_reason() {
            given().and(inForce())
                    .when(new WithdrawTarget(TARGET, null, null), governmentOffice(), "2009-01-05")
                    .thenRefused("reason-missing");
        }

        @Test
        void that_is_designated_is_refused() {
            given().and(inForce())
                    .on("2008-07-01", new TargetDesignated(AGREEMENT, TARGET))
                    .when(withdraw, governmentOffice(), "2009-01-05")
                    .thenRefused("target-is-designated");
        }

        @Test
        void in_the_month_after_the_signing_is_refused() {
            given().and(inForce())
                    .when(withdraw, governmentOffice(), "2008-07-29")
                    .thenRefused("local-change-locked");
            given().and(inForce())
                    .when(withdraw, governmentOffice(), "2008-07-30")
                    .then(withdrawn);
        }

        @Test
        void twice_is_refused() {
            given().and(inForce())
                    .on("2009-01-05", withdrawn)
                    .when(withdraw, governmentOffice(), "2009-01-06")
                    .thenRefused("target-withdrawn");
        }

        @Test
        void that_was_never_proposed_is_refused() {
            given().and(draft())
                    .when(withdraw, governmentOffice(), "2009-01-05")
                    .thenRefused("target-unknown");
        }
    }

    @Nested
    class Replaying_a_target {

        @Test
        void in_an_impossible_order_is_corrupt_history() {
            TargetProposed proposed = proposed();
            assertThatThrownBy(() -> TargetHistory.FOLD
                            .step()
                            .after(
                                    TargetHistory.FOLD
                                            .step()
                                            .after(TargetHistory.FOLD.empty(), proposed, LocalDate.EPOCH),
                                    proposed,
                                    LocalDate.EPOCH))
                    .isInstanceOf(CorruptHistory.class);
        }
    }
}
