package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ConsentToTarget;
import org.maaledger.command.target.TargetCommand.CounterPropose;
import org.maaledger.command.target.TargetCommand.WithholdConsent;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.target.TargetEvent.ConsentGiven;
import org.maaledger.kernel.target.TargetEvent.ConsentWithheld;
import org.maaledger.kernel.target.TargetEvent.TargetCounterProposed;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;

/** The rules of offers and consents. Each sentence is checked on the pure state and through the shell. */
class Negotiations {

    @Nested
    class Making_a_counter_offer {

        private final CounterPropose counter = new CounterPropose(TARGET, milestone(2010, "850"), null);

        @Test
        void puts_a_new_offer_on_the_table() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(counter, governmentOffice(), "2008-05-05")
                    .then(new TargetCounterProposed(TARGET, 2, milestone(2010, "850"), GOVERNMENT_OFFICE));
        }

        @Test
        void is_refused_to_a_party_that_the_target_does_not_relate_to() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(counter, officer(STOCKTON), "2008-05-05")
                    .thenRefused("not-concerned");
        }

        @Test
        void with_the_same_offer_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(new CounterPropose(TARGET, milestone(2010, "900.0"), null), governmentOffice(), "2008-05-05")
                    .thenRefused("offer-unchanged");
        }

        @Test
        void before_the_offer_it_answers_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(counter, governmentOffice(), "2008-05-01")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void to_an_agreed_target_is_refused() {
            given().and(agreed())
                    .when(counter, governmentOffice(), "2008-06-05")
                    .thenRefused("target-already-agreed");
        }

        @Test
        void to_a_withdrawn_target_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .on("2008-05-03", new TargetWithdrawn(TARGET, null))
                    .when(counter, governmentOffice(), "2008-05-05")
                    .thenRefused("target-withdrawn");
        }

        @Test
        void to_a_target_that_one_may_not_see_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(counter, officer(HARTLEPOOL), "2008-05-05")
                    .thenRefused("target-unknown");
        }

        @Test
        void before_an_answer_to_the_offer_it_replaces_is_refused() {
            given().and(consented())
                    .when(counter, governmentOffice(), "2008-05-19")
                    .thenRefused("act-before-its-ground");
            given().and(consented())
                    .when(counter, governmentOffice(), "2008-05-20")
                    .then(new TargetCounterProposed(TARGET, 2, milestone(2010, "850"), GOVERNMENT_OFFICE));
        }
    }

    @Nested
    class Consenting_to_an_offer {

        private final ConsentToTarget consent = new ConsentToTarget(TARGET, 1, null);

        @Test
        void is_done_by_a_party_that_the_target_relates_to() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(consent, partner(POLICE), "2008-05-10")
                    .then(new ConsentGiven(TARGET, 1, POLICE));
        }

        @Test
        void is_done_by_the_government_office() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(consent, governmentOffice(), "2008-05-10")
                    .then(new ConsentGiven(TARGET, 1, GOVERNMENT_OFFICE));
        }

        @Test
        void is_refused_to_a_party_that_it_does_not_relate_to() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(consent, officer(STOCKTON), "2008-05-10")
                    .thenRefused("not-concerned");
        }

        @Test
        void is_refused_to_another_government_office() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .on("2008-05-04", signed())
                    .when(consent, actor(new BodyId("go:london"), Office.GOVERNMENT_OFFICE), "2008-05-10")
                    .thenRefused("not-concerned");
        }

        @Test
        void that_one_has_made_oneself_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(consent, officer(MIDDLESBROUGH), "2008-05-10")
                    .thenRefused("consent-already-given");
        }

        @Test
        void that_is_no_longer_on_the_table_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .on("2008-05-05", new TargetCounterProposed(TARGET, 2, milestone(2010, "850"), GOVERNMENT_OFFICE))
                    .when(consent, partner(POLICE), "2008-05-10")
                    .thenRefused("offer-superseded");
        }

        @Test
        void is_needed_again_from_who_consented_before_a_counter_offer() {
            given().and(consented())
                    .on("2008-05-21", new TargetCounterProposed(TARGET, 2, milestone(2010, "850"), GOVERNMENT_OFFICE))
                    .when(new ConsentToTarget(TARGET, 2, null), partner(POLICE), "2008-05-22")
                    .then(new ConsentGiven(TARGET, 2, POLICE));
        }

        @Test
        void before_it_was_made_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(consent, partner(POLICE), "2008-05-01")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void by_a_party_that_has_left_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .on("2008-06-30", signed())
                    .on("2008-07-01", new PartyLeft(AGREEMENT, POLICE))
                    .when(consent, partner(POLICE), "2008-07-02")
                    .thenRefused("not-concerned");
        }

        @Test
        void before_ones_own_refusal_of_it_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .on("2008-05-10", new ConsentWithheld(TARGET, 1, POLICE, null))
                    .when(consent, partner(POLICE), "2008-05-09")
                    .thenRefused("act-before-its-ground");
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .on("2008-05-10", new ConsentWithheld(TARGET, 1, POLICE, null))
                    .when(consent, partner(POLICE), "2008-05-10")
                    .then(new ConsentGiven(TARGET, 1, POLICE));
        }

        @Test
        void by_several_may_be_entered_in_another_order_than_they_were_given() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .on("2008-05-20", new ConsentGiven(TARGET, 1, GOVERNMENT_OFFICE))
                    .when(consent, partner(POLICE), "2008-05-10")
                    .then(new ConsentGiven(TARGET, 1, POLICE));
        }
    }

    @Nested
    class Withholding_consent {

        @Test
        void is_recorded_with_its_reason_by_reference() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(new WithholdConsent(TARGET, 1, text("Too little"), null), partner(POLICE), "2008-05-10")
                    .then(new ConsentWithheld(
                            TARGET, 1, POLICE, text("Too little").ref()));
        }

        @Test
        void takes_an_earlier_consent_back() {
            given().and(consented())
                    .on("2008-05-22", new ConsentWithheld(TARGET, 1, POLICE, null))
                    .when(
                            new TargetCommand.AgreeTrajectory(TARGET, milestones(), null, null),
                            governmentOffice(),
                            "2008-06-01")
                    .thenRefused("consents-missing");
        }

        @Test
        void is_refused_to_a_party_that_the_target_does_not_relate_to() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(new WithholdConsent(TARGET, 1, null, null), officer(STOCKTON), "2008-05-10")
                    .thenRefused("not-concerned");
        }

        @Test
        void before_ones_own_consent_is_refused() {
            given().and(consented())
                    .when(new WithholdConsent(TARGET, 1, null, null), partner(POLICE), "2008-05-09")
                    .thenRefused("act-before-its-ground");
        }
    }
}
