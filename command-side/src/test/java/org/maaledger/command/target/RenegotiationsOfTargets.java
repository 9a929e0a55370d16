package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ApproveRenegotiation;
import org.maaledger.command.target.TargetCommand.ConsentToRenegotiation;
import org.maaledger.command.target.TargetCommand.RefuseRenegotiation;
import org.maaledger.command.target.TargetCommand.RenegotiateTarget;
import org.maaledger.command.target.TargetCommand.WithholdRenegotiationConsent;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.agreement.AgreementEvent.TargetDesignated;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.RenegotiationApproved;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentGiven;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentWithheld;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.TargetEvent.RenegotiationRefused;
import org.maaledger.kernel.target.Trajectory;

/** The rules of renegotiation. Each sentence is checked on the pure state and through the shell. */
class RenegotiationsOfTargets {

    private static final List<Milestone> LOWER =
            List.of(milestone(2008, "700"), milestone(2009, "620"), milestone(2010, "750"));
    private static final Trajectory SECOND = new Trajectory(2, milestone(2007, "600"), LOWER);
    private static final TargetDesignated DESIGNATED = new TargetDesignated(AGREEMENT, TARGET);
    private static final RenegotiationApproved APPROVED = new RenegotiationApproved(TARGET, 1, SECOND);

    private static RenegotiateTarget renegotiate(List<Milestone> milestones) {
        return new RenegotiateTarget(
                TARGET, milestones, RenegotiationGround.UNFORESEEN_CIRCUMSTANCES, text("The recession"), null);
    }

    private static RenegotiationProposed proposal(boolean designated) {
        return new RenegotiationProposed(
                TARGET,
                1,
                SECOND,
                RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                text("The recession").ref(),
                designated,
                List.of(POLICE),
                MIDDLESBROUGH);
    }

    /** A local target with a renegotiation under way since 5 January 2009. */
    private static Scenario open() {
        return given().and(inForce()).on("2009-01-05", proposal(false));
    }

    private static Scenario openAndConsented() {
        return open().on("2009-01-20", new RenegotiationConsentGiven(TARGET, 1, POLICE));
    }

    private static Scenario designatedAndConsented() {
        return given().and(inForce())
                .on("2008-07-01", DESIGNATED)
                .on("2009-01-05", proposal(true))
                .on("2009-01-20", new RenegotiationConsentGiven(TARGET, 1, POLICE));
    }

    @Nested
    class Renegotiating_a_target {

        @Test
        void asks_for_the_consent_of_each_other_party_it_relates_to() {
            given().and(inForce())
                    .when(renegotiate(LOWER), officer(MIDDLESBROUGH), "2009-01-05")
                    .then(proposal(false));
        }

        @Test
        void says_that_it_is_designated() {
            given().and(inForce())
                    .on("2008-07-01", DESIGNATED)
                    .when(renegotiate(LOWER), officer(MIDDLESBROUGH), "2009-01-05")
                    .then(proposal(true));
        }

        @Test
        void starts_from_the_baseline_as_it_is_known_now() {
            given().and(inForce())
                    .on("2009-01-02", new BaselineSet(TARGET, milestone(2007, "610"), SOURCE))
                    .when(renegotiate(LOWER), officer(MIDDLESBROUGH), "2009-01-05")
                    .then(new RenegotiationProposed(
                            TARGET,
                            1,
                            new Trajectory(2, milestone(2007, "610"), LOWER),
                            RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                            text("The recession").ref(),
                            false,
                            List.of(POLICE),
                            MIDDLESBROUGH));
        }

        @Test
        void while_another_is_open_is_refused() {
            open().when(renegotiate(LOWER), officer(MIDDLESBROUGH), "2009-01-06")
                    .thenRefused("renegotiation-open");
        }

        @Test
        void after_another_was_refused_is_the_second() {
            open().on("2009-02-01", new RenegotiationRefused(TARGET, 1, null))
                    .when(renegotiate(LOWER), officer(MIDDLESBROUGH), "2009-02-05")
                    .then(new RenegotiationProposed(
                            TARGET,
                            2,
                            SECOND,
                            RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                            text("The recession").ref(),
                            false,
                            List.of(POLICE),
                            MIDDLESBROUGH));
        }

        @Test
        void before_it_is_agreed_is_refused() {
            given().and(consented())
                    .when(renegotiate(LOWER), officer(MIDDLESBROUGH), "2008-06-01")
                    .thenRefused("target-not-yet-agreed");
        }

        @Test
        void before_the_agreement_is_signed_is_refused() {
            given().and(agreed())
                    .when(renegotiate(LOWER), officer(MIDDLESBROUGH), "2008-06-05")
                    .thenRefused("agreement-not-in-force");
        }

        @Test
        void into_what_it_is_already_is_refused() {
            given().and(inForce())
                    .when(renegotiate(milestones()), officer(MIDDLESBROUGH), "2009-01-05")
                    .thenRefused("renegotiation-unchanged");
        }

        @Test
        void into_something_worse_than_the_baseline_is_refused() {
            given().and(inForce())
                    .when(
                            renegotiate(
                                    List.of(milestone(2008, "700"), milestone(2009, "620"), milestone(2010, "590"))),
                            officer(MIDDLESBROUGH),
                            "2009-01-05")
                    .thenRefused("direction-against-polarity");
        }

        @Test
        void with_milestones_too_far_apart_is_refused() {
            given().and(inForce())
                    .when(
                            renegotiate(List.of(milestone(2008, "700"), milestone(2010, "750"))),
                            officer(MIDDLESBROUGH),
                            "2009-01-05")
                    .thenRefused("milestones-too-far-apart");
        }

        @Test
        void is_refused_to_a_party_that_it_does_not_relate_to() {
            given().and(inForce())
                    .when(renegotiate(LOWER), officer(STOCKTON), "2009-01-05")
                    .thenRefused("not-concerned");
        }

        @Test
        void before_the_signing_date_is_refused() {
            given().and(inForce())
                    .when(renegotiate(LOWER), officer(MIDDLESBROUGH), "2008-06-29")
                    .thenRefused("act-before-its-ground");
        }
    }

    @Nested
    class Consenting_to_a_renegotiation {

        private final ConsentToRenegotiation consent = new ConsentToRenegotiation(TARGET, 1, null);

        @Test
        void is_done_by_who_is_asked() {
            open().when(consent, partner(POLICE), "2009-01-20").then(new RenegotiationConsentGiven(TARGET, 1, POLICE));
        }

        @Test
        void is_refused_to_who_proposed_it() {
            open().when(consent, officer(MIDDLESBROUGH), "2009-01-20").thenRefused("not-concerned");
        }

        @Test
        void twice_is_refused() {
            openAndConsented().when(consent, partner(POLICE), "2009-01-21").thenRefused("consent-already-given");
        }

        @Test
        void before_it_was_proposed_is_refused() {
            open().when(consent, partner(POLICE), "2009-01-04").thenRefused("act-before-its-ground");
        }

        @Test
        void that_does_not_exist_is_refused() {
            open().when(new ConsentToRenegotiation(TARGET, 2, null), partner(POLICE), "2009-01-20")
                    .thenRefused("renegotiation-unknown");
        }

        @Test
        void that_is_settled_is_refused() {
            openAndConsented()
                    .on("2009-02-01", APPROVED)
                    .when(consent, partner(POLICE), "2009-02-02")
                    .thenRefused("renegotiation-closed");
        }
    }

    @Nested
    class Withholding_consent_to_a_renegotiation {

        @Test
        void is_recorded() {
            open().when(new WithholdRenegotiationConsent(TARGET, 1, null, null), partner(POLICE), "2009-01-20")
                    .then(new RenegotiationConsentWithheld(TARGET, 1, POLICE, null));
        }

        @Test
        void takes_an_earlier_consent_back() {
            openAndConsented()
                    .on("2009-01-25", new RenegotiationConsentWithheld(TARGET, 1, POLICE, null))
                    .when(new ApproveRenegotiation(TARGET, 1, null), governmentOffice(), "2009-02-01")
                    .thenRefused("consents-missing");
        }
    }

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
