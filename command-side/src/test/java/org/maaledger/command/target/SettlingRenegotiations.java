package org.maaledger.command.target;

import static org.maaledger.command.target.RenegotiationStory.*;
import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ApproveRenegotiation;
import org.maaledger.command.target.TargetCommand.RefuseRenegotiation;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentGiven;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.TargetEvent.RenegotiationRefused;

/** The rules of approving and refusing a renegotiation. Each sentence is checked on the pure state and through the shell. */
class SettlingRenegotiations {

    @Nested
    class Approving_a_renegotiation {

        private final ApproveRenegotiation approve = new ApproveRenegotiation(TARGET, 1, null);

        @Test
        void of_a_local_target_is_done_by_the_government_office() {
            openAndConsented().when(approve, governmentOffice(), "2009-02-01").then(APPROVED);
        }

        @Test
        void of_a_local_target_is_done_by_the_responsible_authority_once_all_have_consented() {
            openAndConsented()
                    .when(approve, officer(MIDDLESBROUGH), "2009-02-01")
                    .then(APPROVED);
        }

        @Test
        void of_a_local_target_is_refused_to_the_secretary_of_state() {
            openAndConsented().when(approve, minister(), "2009-02-01").thenRefused("not-approver");
        }

        @Test
        void of_a_designated_target_is_done_by_the_secretary_of_state() {
            designatedAndConsented().when(approve, minister(), "2009-02-01").then(APPROVED);
        }

        @Test
        void of_a_designated_target_is_refused_to_the_government_office() {
            designatedAndConsented()
                    .when(approve, governmentOffice(), "2009-02-01")
                    .thenRefused("not-approver");
        }

        @Test
        void without_all_consents_is_refused() {
            open().when(approve, governmentOffice(), "2009-02-01").thenRefused("consents-missing");
        }

        @Test
        void no_longer_needs_the_consent_of_a_party_that_has_left() {
            open().on("2009-01-10", new PartyLeft(AGREEMENT, POLICE))
                    .when(approve, governmentOffice(), "2009-02-01")
                    .then(APPROVED);
        }

        @Test
        void before_the_last_consent_is_refused() {
            openAndConsented().when(approve, governmentOffice(), "2009-01-19").thenRefused("act-before-its-ground");
        }

        @Test
        void of_a_local_target_in_the_month_after_the_signing_is_refused() {
            Scenario early = given().and(inForce())
                    .on("2008-07-02", proposal(false))
                    .on("2008-07-03", new RenegotiationConsentGiven(TARGET, 1, POLICE));
            early.when(approve, governmentOffice(), "2008-07-29").thenRefused("local-change-locked");
            early.when(approve, governmentOffice(), "2008-07-30").then(APPROVED);
        }

        @Test
        void twice_is_refused() {
            openAndConsented()
                    .on("2009-02-01", APPROVED)
                    .when(approve, governmentOffice(), "2009-02-02")
                    .thenRefused("renegotiation-closed");
        }

        @Test
        void of_a_local_target_needs_the_responsible_authority() {
            Scenario ofPartner = given().and(inForce())
                    .on(
                            "2009-01-05",
                            new RenegotiationProposed(
                                    TARGET,
                                    1,
                                    SECOND,
                                    RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                                    text("The recession").ref(),
                                    false,
                                    List.of(MIDDLESBROUGH),
                                    POLICE));
            ofPartner.when(approve, governmentOffice(), "2009-02-01").thenRefused("consents-missing");
            ofPartner.when(approve, officer(MIDDLESBROUGH), "2009-02-01").then(APPROVED);
        }

        @Test
        void that_a_baseline_set_since_has_overtaken_is_refused() {
            openAndConsented()
                    .on("2009-01-25", new BaselineSet(TARGET, milestone(2007, "760"), SOURCE))
                    .when(approve, governmentOffice(), "2009-02-01")
                    .thenRefused("baseline-against-renegotiation");
        }

        @Test
        void of_a_target_designated_since_is_done_by_the_secretary_of_state() {
            Scenario designatedSince = given().and(inForce())
                    .on("2008-07-02", proposal(false))
                    .on("2008-07-03", new RenegotiationConsentGiven(TARGET, 1, POLICE))
                    .on("2008-07-10", DESIGNATED);
            designatedSince.when(approve, governmentOffice(), "2008-08-15").thenRefused("not-approver");
            designatedSince.when(approve, minister(), "2008-08-15").then(APPROVED);
        }

        @Test
        void after_the_agreement_has_ended_is_refused() {
            openAndConsented().when(approve, governmentOffice(), "2011-04-01").thenRefused("agreement-ended");
        }
    }

    @Nested
    class Refusing_a_renegotiation {

        private final RefuseRenegotiation refuse =
                new RefuseRenegotiation(TARGET, 1, text("No compelling reason"), null);
        private final RenegotiationRefused refused =
                new RenegotiationRefused(TARGET, 1, text("No compelling reason").ref());

        @Test
        void of_a_local_target_is_done_by_the_government_office() {
            open().when(refuse, governmentOffice(), "2009-02-01").then(refused);
        }

        @Test
        void of_a_local_target_is_refused_to_the_responsible_authority() {
            open().when(refuse, officer(MIDDLESBROUGH), "2009-02-01").thenRefused("not-approver");
        }

        @Test
        void of_a_designated_target_is_done_by_the_secretary_of_state() {
            designatedAndConsented().when(refuse, minister(), "2009-02-01").then(refused);
        }

        @Test
        void keeps_the_trajectory_in_force() {
            open().on("2009-02-01", refused)
                    .when(renegotiate(milestones()), officer(MIDDLESBROUGH), "2009-02-02")
                    .thenRefused("renegotiation-unchanged");
        }
    }
}
