package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.target.TargetCommand.WithdrawTarget;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.agreement.AgreementEvent.TargetDesignated;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;
import org.maaledger.kernel.target.TargetEvent.TrajectoryAgreed;
import org.maaledger.kernel.target.Trajectory;

/** The rules of taking a target out alone. Each sentence is checked on the pure state and through the shell. */
class Withdrawals {

    /** A target in force that relates to nobody but the responsible authority. */
    private static List<Dated> alone() {
        List<Dated> story = new ArrayList<>(inForce());
        story.add(new Dated(new PartyLeft(AGREEMENT, POLICE), LocalDate.parse("2008-07-01")));
        return story;
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
        void under_negotiation_before_an_answer_to_the_offer_is_refused() {
            given().and(consented())
                    .when(withdraw, officer(MIDDLESBROUGH), "2008-05-19")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void of_a_draft_is_done_by_the_responsible_authority_although_its_trajectory_is_agreed() {
            given().and(agreed())
                    .when(withdraw, officer(MIDDLESBROUGH), "2008-06-05")
                    .then(withdrawn);
        }

        @Test
        void of_a_draft_is_done_by_the_government_office_although_its_trajectory_is_agreed() {
            given().and(agreed())
                    .when(withdraw, governmentOffice(), "2008-06-05")
                    .then(withdrawn);
        }

        @Test
        void of_a_draft_is_refused_to_a_party_that_it_relates_to() {
            given().and(agreed()).when(withdraw, partner(POLICE), "2008-06-05").thenRefused("not-concerned");
        }

        @Test
        void in_force_is_refused_where_it_relates_to_others() {
            given().and(inForce())
                    .when(withdraw, officer(MIDDLESBROUGH), "2009-01-05")
                    .thenRefused("withdrawal-concerns-others");
            given().and(inForce())
                    .when(withdraw, governmentOffice(), "2009-01-05")
                    .thenRefused("withdrawal-concerns-others");
        }

        @Test
        void in_force_is_for_the_responsible_authority_and_not_for_the_government_office() {
            given().and(alone())
                    .when(withdraw, governmentOffice(), "2009-01-05")
                    .thenRefused("not-responsible-authority");
        }

        @Test
        void in_force_is_refused_to_a_party_that_it_does_not_relate_to() {
            given().and(inForce())
                    .when(withdraw, officer(STOCKTON), "2009-01-05")
                    .thenRefused("not-concerned");
        }

        @Test
        void while_a_renegotiation_is_open_is_refused() {
            given().and(alone())
                    .on("2009-01-05", RenegotiationStory.proposal(false))
                    .when(withdraw, officer(MIDDLESBROUGH), "2009-01-06")
                    .thenRefused("renegotiation-open");
        }

        @Test
        void in_force_is_done_by_the_responsible_authority_where_it_relates_to_nobody_else() {
            given().and(alone())
                    .when(withdraw, officer(MIDDLESBROUGH), "2009-01-05")
                    .then(withdrawn);
        }

        @Test
        void once_agreed_needs_a_reason() {
            given().and(alone())
                    .when(new WithdrawTarget(TARGET, null, null), officer(MIDDLESBROUGH), "2009-01-05")
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
            given().and(alone())
                    .when(withdraw, officer(MIDDLESBROUGH), "2008-07-29")
                    .thenRefused("local-change-locked");
            given().and(alone())
                    .when(withdraw, officer(MIDDLESBROUGH), "2008-07-30")
                    .then(withdrawn);
        }

        @Test
        void in_the_month_after_it_was_added_to_the_agreement_is_refused() {
            Scenario added = given().and(consented())
                    .on("2008-06-30", signed())
                    .on("2009-03-10", new TrajectoryAgreed(TARGET, new Trajectory(1, null, milestones())))
                    .on("2009-03-10", new PartyLeft(AGREEMENT, POLICE));
            added.when(withdraw, officer(MIDDLESBROUGH), "2009-04-09").thenRefused("local-change-locked");
            added.when(withdraw, officer(MIDDLESBROUGH), "2009-04-10").then(withdrawn);
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
}
