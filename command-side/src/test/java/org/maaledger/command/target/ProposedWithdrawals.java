package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ApproveRenegotiation;
import org.maaledger.command.target.TargetCommand.ConsentToRenegotiation;
import org.maaledger.command.target.TargetCommand.ProposeWithdrawal;
import org.maaledger.command.target.TargetCommand.RefuseRenegotiation;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.agreement.AgreementEvent.TargetDesignated;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentGiven;
import org.maaledger.kernel.target.TargetEvent.RenegotiationRefused;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;
import org.maaledger.kernel.target.TargetEvent.WithdrawalProposed;

/** The rules of a withdrawal that concerns several parties. Each sentence is checked on the pure state and through the shell. */
class ProposedWithdrawals {

    @Nested
    class Proposing_a_withdrawal {

        private final ProposeWithdrawal propose = new ProposeWithdrawal(TARGET, text("Merged with another"), null);

        private WithdrawalProposed proposal(boolean designated, List<BodyId> needed, BodyId by) {
            return new WithdrawalProposed(TARGET, 1, text("Merged with another").ref(), designated, needed, by);
        }

        private Scenario open() {
            return given().and(inForce()).on("2009-01-05", proposal(false, List.of(POLICE), MIDDLESBROUGH));
        }

        private Scenario openAndConsented() {
            return open().on("2009-01-20", new RenegotiationConsentGiven(TARGET, 1, POLICE));
        }

        @Test
        void asks_for_the_consent_of_each_other_party_that_the_target_relates_to() {
            given().and(inForce())
                    .when(propose, officer(MIDDLESBROUGH), "2009-01-05")
                    .then(proposal(false, List.of(POLICE), MIDDLESBROUGH));
        }

        @Test
        void by_a_partner_asks_for_the_consent_of_the_responsible_authority() {
            given().and(inForce())
                    .when(propose, partner(POLICE), "2009-01-05")
                    .then(proposal(false, List.of(MIDDLESBROUGH), POLICE));
        }

        @Test
        void of_a_designated_target_is_possible() {
            given().and(inForce())
                    .on("2008-07-01", new TargetDesignated(AGREEMENT, TARGET))
                    .when(propose, officer(MIDDLESBROUGH), "2009-01-05")
                    .then(proposal(true, List.of(POLICE), MIDDLESBROUGH));
        }

        @Test
        void is_refused_to_a_party_that_the_target_does_not_relate_to() {
            given().and(inForce())
                    .when(propose, officer(STOCKTON), "2009-01-05")
                    .thenRefused("not-concerned");
        }

        @Test
        void before_the_agreement_is_signed_is_refused() {
            given().and(agreed())
                    .when(propose, officer(MIDDLESBROUGH), "2008-06-05")
                    .thenRefused("agreement-not-in-force");
        }

        @Test
        void before_its_trajectory_is_agreed_is_refused() {
            given().and(consented())
                    .when(propose, officer(MIDDLESBROUGH), "2008-06-05")
                    .thenRefused("target-not-yet-agreed");
        }

        @Test
        void while_a_renegotiation_is_open_is_refused() {
            RenegotiationStory.open()
                    .when(propose, officer(MIDDLESBROUGH), "2009-01-06")
                    .thenRefused("renegotiation-open");
        }

        @Test
        void is_consented_to_as_any_renegotiation_is() {
            open().when(new ConsentToRenegotiation(TARGET, 1, null), partner(POLICE), "2009-01-20")
                    .then(new RenegotiationConsentGiven(TARGET, 1, POLICE));
        }

        @Test
        void withdraws_the_target_when_it_is_approved() {
            TargetWithdrawn withdrawn =
                    new TargetWithdrawn(TARGET, text("Merged with another").ref(), 1);
            openAndConsented()
                    .when(new ApproveRenegotiation(TARGET, 1, null), officer(MIDDLESBROUGH), "2009-02-01")
                    .then(withdrawn);
            openAndConsented()
                    .when(new ApproveRenegotiation(TARGET, 1, null), governmentOffice(), "2009-02-01")
                    .then(withdrawn);
        }

        @Test
        void withdraws_nothing_without_the_consents() {
            open().when(new ApproveRenegotiation(TARGET, 1, null), officer(MIDDLESBROUGH), "2009-02-01")
                    .thenRefused("consents-missing");
        }

        @Test
        void of_a_designated_target_is_approved_by_the_secretary_of_state_only() {
            Scenario designated = given().and(inForce())
                    .on("2008-07-01", new TargetDesignated(AGREEMENT, TARGET))
                    .on("2009-01-05", proposal(true, List.of(POLICE), MIDDLESBROUGH))
                    .on("2009-01-20", new RenegotiationConsentGiven(TARGET, 1, POLICE));
            designated
                    .when(new ApproveRenegotiation(TARGET, 1, null), governmentOffice(), "2009-02-01")
                    .thenRefused("not-approver");
            designated
                    .when(new ApproveRenegotiation(TARGET, 1, null), minister(), "2009-02-01")
                    .then(new TargetWithdrawn(
                            TARGET, text("Merged with another").ref(), 1));
        }

        @Test
        void in_the_month_after_the_signing_is_not_approved() {
            given().and(inForce())
                    .on("2008-07-01", proposal(false, List.of(), MIDDLESBROUGH))
                    .when(new ApproveRenegotiation(TARGET, 1, null), officer(MIDDLESBROUGH), "2008-07-29")
                    .thenRefused("local-change-locked");
        }

        @Test
        void keeps_the_target_when_it_is_refused() {
            RefuseRenegotiation refuse = new RefuseRenegotiation(TARGET, 1, null, null);
            openAndConsented()
                    .when(refuse, governmentOffice(), "2009-02-01")
                    .then(new RenegotiationRefused(TARGET, 1, null));
            openAndConsented()
                    .on("2009-02-01", new RenegotiationRefused(TARGET, 1, null))
                    .when(new ApproveRenegotiation(TARGET, 1, null), governmentOffice(), "2009-02-02")
                    .thenRefused("renegotiation-closed");
        }

        @Test
        void leaves_nothing_to_settle_once_it_is_approved() {
            openAndConsented()
                    .on(
                            "2009-02-01",
                            new TargetWithdrawn(
                                    TARGET, text("Merged with another").ref(), 1))
                    .when(new ApproveRenegotiation(TARGET, 1, null), governmentOffice(), "2009-02-02")
                    .thenRefused("target-withdrawn");
        }
    }
}
