package org.maaledger.command.target;

import static org.maaledger.command.target.RenegotiationStory.*;
import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ApproveRenegotiation;
import org.maaledger.command.target.TargetCommand.ConsentToRenegotiation;
import org.maaledger.command.target.TargetCommand.WithholdRenegotiationConsent;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.BaselineSet;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentGiven;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentWithheld;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.TargetEvent.RenegotiationRefused;
import org.maaledger.kernel.target.Trajectory;

/** The rules of proposing a renegotiation and of consenting to it. Each sentence is checked on the pure state and through the shell. */
class RenegotiationsOfTargets {

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

        @Test
        void by_a_partner_asks_for_the_consent_of_the_responsible_authority() {
            given().and(inForce())
                    .when(renegotiate(LOWER), partner(POLICE), "2009-01-05")
                    .then(proposalOf(POLICE, List.of(MIDDLESBROUGH)));
        }

        @Test
        void by_the_government_office_asks_for_the_consent_of_all() {
            given().and(inForce())
                    .when(renegotiate(LOWER), governmentOffice(), "2009-01-05")
                    .then(proposalOf(GOVERNMENT_OFFICE, List.of(MIDDLESBROUGH, POLICE)));
        }

        @Test
        void may_go_back_on_its_way_because_it_is_explained() {
            List<Milestone> dip = List.of(milestone(2008, "500"), milestone(2009, "550"), milestone(2010, "610"));
            given().and(inForce())
                    .when(renegotiate(dip), officer(MIDDLESBROUGH), "2009-01-05")
                    .then(new RenegotiationProposed(
                            TARGET,
                            1,
                            new Trajectory(2, milestone(2007, "600"), dip),
                            RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                            text("The recession").ref(),
                            false,
                            List.of(POLICE),
                            MIDDLESBROUGH));
        }

        private RenegotiationProposed proposalOf(BodyId by, List<BodyId> needed) {
            return new RenegotiationProposed(
                    TARGET,
                    1,
                    SECOND,
                    RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                    text("The recession").ref(),
                    false,
                    needed,
                    by);
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
            open().when(consent, officer(MIDDLESBROUGH), "2009-01-20").thenRefused("consent-not-asked");
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

        @Test
        void is_not_for_the_government_office_which_approves_it() {
            open().when(consent, governmentOffice(), "2009-01-20").thenRefused("consent-not-asked");
        }

        @Test
        void before_ones_own_refusal_of_it_is_refused() {
            open().on("2009-01-15", new RenegotiationConsentWithheld(TARGET, 1, POLICE, null))
                    .when(consent, partner(POLICE), "2009-01-14")
                    .thenRefused("act-before-its-ground");
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
}
