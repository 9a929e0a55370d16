package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.target.TargetCommand.ProposeTarget;
import org.maaledger.command.testing.TeesValley;
import org.maaledger.kernel.agreement.AgreementEvent.PartyJoined;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorWithdrawn;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent.TargetProposed;
import org.maaledger.kernel.target.TargetKind;

/** The rules of proposing a target. Each sentence is checked on the pure state and through the shell. */
class ProposingTargets {

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
        void for_a_period_in_which_the_indicator_will_no_longer_be_collected_is_refused() {
            given().and(draft())
                    .on("2008-04-01", new IndicatorWithdrawn(HOMES, LocalDate.parse("2010-04-01"), SOURCE))
                    .when(propose(), officer(MIDDLESBROUGH), "2008-05-02")
                    .thenRefused("indicator-no-longer-collected");
        }

        @Test
        void for_a_period_that_begins_while_the_indicator_is_still_collected_is_possible() {
            given().and(draft())
                    .on("2008-04-01", new IndicatorWithdrawn(HOMES, LocalDate.parse("2010-04-02"), SOURCE))
                    .when(propose(), officer(MIDDLESBROUGH), "2008-05-02")
                    .then(proposed());
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

        @Test
        void before_the_acting_body_joined_is_refused() {
            given().and(draft())
                    .on("2008-05-20", new PartyJoined(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER))
                    .when(propose(), officer(HARTLEPOOL), "2008-05-19")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void that_relates_to_a_body_that_had_not_joined_yet_is_refused() {
            given().and(draft())
                    .on("2008-05-20", new PartyJoined(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER))
                    .when(
                            propose(
                                    HOMES,
                                    new AreaCode("E06000002"),
                                    List.of(MIDDLESBROUGH, HARTLEPOOL),
                                    milestone(2010, "900")),
                            officer(MIDDLESBROUGH),
                            "2008-05-19")
                    .thenRefused("act-before-its-ground");
        }
    }
}
