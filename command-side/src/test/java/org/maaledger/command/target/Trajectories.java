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
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent.BaselineGapDeclared;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.ConsentGiven;
import org.maaledger.kernel.target.TargetEvent.TargetProposed;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/** The rules of trajectories but for their direction. Each sentence is checked on the pure state and through the shell. */
class Trajectories {

    private static AgreeTrajectory agree(Milestone... milestones) {
        return new AgreeTrajectory(TARGET, List.of(milestones), null, null);
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
    class Agreeing_a_trajectory {

        private final AgreeTrajectory agree = new AgreeTrajectory(TARGET, milestones(), null, null);
        private final TrajectoryAgreed agreed =
                new TrajectoryAgreed(TARGET, new Trajectory(1, milestone(2007, "600"), milestones()));

        @Test
        void is_done_by_the_government_office() {
            given().and(consented())
                    .when(agree, governmentOffice(), "2008-06-01")
                    .then(agreed);
        }

        @Test
        void is_done_by_the_responsible_authority() {
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
        void is_refused_when_everybody_it_relates_to_has_left() {
            given().and(draft())
                    .on(
                            "2008-05-02",
                            proposed(List.of(POLICE), POLICE, proposed().offer()),
                            baseline("600"))
                    .on("2008-05-10", new ConsentGiven(TARGET, 1, GOVERNMENT_OFFICE))
                    .on("2008-05-20", new PartyLeft(AGREEMENT, POLICE))
                    .when(agree, governmentOffice(), "2008-06-01")
                    .thenRefused("target-relates-to-nobody");
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
        void twice_is_refused() {
            given().and(agreed()).when(agree, governmentOffice(), "2008-06-02").thenRefused("target-already-agreed");
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
