package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ConsentToTarget;
import org.maaledger.command.target.TargetCommand.CounterPropose;
import org.maaledger.command.target.TargetCommand.ProposeTarget;
import org.maaledger.command.target.TargetCommand.WithholdConsent;
import org.maaledger.command.testing.TeesValley;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorWithdrawn;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent.ConsentGiven;
import org.maaledger.kernel.target.TargetEvent.ConsentWithheld;
import org.maaledger.kernel.target.TargetEvent.TargetCounterProposed;
import org.maaledger.kernel.target.TargetEvent.TargetProposed;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;
import org.maaledger.kernel.target.TargetKind;

/** The rules of offers and consents. Each sentence is checked on the pure state and through the shell. */
class Negotiations {

    private static ProposeTarget propose(
            IndicatorCode indicator, AreaCode area, List<BodyId> relatesTo, Milestone offer) {
        return new ProposeTarget(TARGET, AGREEMENT, indicator, area, null, relatesTo, offer, null);
    }

    private static ProposeTarget propose() {
        return propose(HOMES, new AreaCode("E06000002"), List.of(MIDDLESBROUGH, POLICE), milestone(2010, "900"));
    }

    @Nested
    class Proposing_a_target {

        @Test
        void binds_it_to_the_definition_of_its_indicator() {
            given().and(draft())
                    .when(propose(), officer(MIDDLESBROUGH), "2008-05-02")
                    .then(proposed());
        }

        @Test
        void on_a_statutory_indicator_makes_a_statutory_target() {
            given().on("2008-01-01", authority(MIDDLESBROUGH, Tier.TOP, null, null), multiArea())
                    .on("2008-01-01", indicator(HOMES, Polarity.HIGHER_IS_BETTER, true))
                    .on("2008-05-01", drafted())
                    .when(propose(), officer(MIDDLESBROUGH), "2008-05-02")
                    .then(TeesValley.proposed(TARGET, Polarity.HIGHER_IS_BETTER, TargetKind.STATUTORY));
        }

        @Test
        void is_open_to_the_government_office() {
            TargetProposed byMember = proposed();
            given().and(draft())
                    .when(propose(), governmentOffice(), "2008-05-02")
                    .then(new TargetProposed(
                            TARGET,
                            AGREEMENT,
                            byMember.kind(),
                            byMember.series(),
                            1,
                            byMember.unit(),
                            byMember.polarity(),
                            byMember.relatesTo(),
                            GOVERNMENT_OFFICE,
                            byMember.offer()));
        }

        @Test
        void in_an_agreement_that_one_may_not_see_is_refused() {
            given().and(draft())
                    .when(propose(), officer(HARTLEPOOL), "2008-05-02")
                    .thenRefused("agreement-unknown");
        }

        @Test
        void by_a_non_party_of_a_signed_agreement_is_refused() {
            given().and(draft())
                    .on("2008-06-30", signed())
                    .when(propose(), officer(HARTLEPOOL), "2008-07-02")
                    .thenRefused("not-party-of-agreement");
        }

        @Test
        void by_an_inspector_of_a_party_is_refused() {
            given().and(draft())
                    .when(propose(), actor(MIDDLESBROUGH, Office.INSPECTOR), "2008-05-02")
                    .thenRefused("not-party-of-agreement");
        }

        @Test
        void beyond_the_agreements_period_is_refused() {
            given().and(draft())
                    .when(
                            propose(HOMES, new AreaCode("E06000002"), List.of(MIDDLESBROUGH), milestone(2011, "900")),
                            officer(MIDDLESBROUGH),
                            "2008-05-02")
                    .thenRefused("offer-outside-period");
        }

        @Test
        void for_a_time_before_the_agreement_is_refused() {
            given().and(draft())
                    .when(
                            propose(HOMES, new AreaCode("E06000002"), List.of(MIDDLESBROUGH), milestone(2007, "900")),
                            officer(MIDDLESBROUGH),
                            "2008-05-02")
                    .thenRefused("offer-outside-period");
        }

        @Test
        void after_the_agreement_has_ended_is_refused() {
            given().and(draft())
                    .when(propose(), officer(MIDDLESBROUGH), "2011-04-01")
                    .thenRefused("agreement-ended");
        }

        @Test
        void before_the_agreement_was_drafted_is_refused() {
            given().and(draft())
                    .when(propose(), officer(MIDDLESBROUGH), "2008-04-30")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void that_relates_to_a_stranger_is_refused() {
            given().and(draft())
                    .when(
                            propose(
                                    HOMES,
                                    new AreaCode("E06000002"),
                                    List.of(MIDDLESBROUGH, HARTLEPOOL),
                                    milestone(2010, "900")),
                            officer(MIDDLESBROUGH),
                            "2008-05-02")
                    .thenRefused("body-not-party");
        }

        @Test
        void on_an_unknown_indicator_is_refused() {
            given().and(draft())
                    .when(
                            propose(
                                    new IndicatorCode("ni:31"),
                                    new AreaCode("E06000002"),
                                    List.of(MIDDLESBROUGH),
                                    milestone(2010, "900")),
                            officer(MIDDLESBROUGH),
                            "2008-05-02")
                    .thenRefused("indicator-unknown");
        }

        @Test
        void on_an_indicator_that_is_no_longer_collected_is_refused() {
            given().and(draft())
                    .on("2008-04-01", new IndicatorWithdrawn(HOMES, LocalDate.parse("2008-05-02"), SOURCE))
                    .when(propose(), officer(MIDDLESBROUGH), "2008-05-02")
                    .thenRefused("indicator-no-longer-collected");
        }

        @Test
        void for_an_unknown_area_is_refused() {
            given().and(draft())
                    .when(
                            propose(HOMES, new AreaCode("E06999999"), List.of(MIDDLESBROUGH), milestone(2010, "900")),
                            officer(MIDDLESBROUGH),
                            "2008-05-02")
                    .thenRefused("area-unknown");
        }

        @Test
        void twice_is_refused() {
            given().and(draft())
                    .on("2008-05-02", proposed())
                    .when(propose(), officer(MIDDLESBROUGH), "2008-05-03")
                    .thenRefused("target-already-proposed");
        }
    }

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
                            new TargetCommand.AgreeTrajectory(TARGET, milestones(), null),
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
    }
}
