package org.maaledger.command.agreement;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.SignAgreement;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.testing.TeesValley;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementSigned;
import org.maaledger.kernel.agreement.AgreementEvent.PartyJoined;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.Tier;

/** The rules of signing an agreement. Each sentence is checked on the pure state and through the shell. */
class SigningAgreements {

    private static List<Dated> story() {
        return TeesValley.draft();
    }

    @Nested
    class Signing_an_agreement {

        private final SignAgreement sign = new SignAgreement(AGREEMENT, null);

        @Test
        void records_the_top_tier_members_of_that_day() {
            given().and(story()).when(sign, minister(), "2008-06-30").then(signed());
        }

        @Test
        void is_refused_to_the_government_office() {
            given().and(story()).when(sign, governmentOffice(), "2008-06-30").thenRefused("not-minister");
        }

        @Test
        void with_one_top_tier_authority_is_refused() {
            given().on(
                            "2008-01-01",
                            authority(MIDDLESBROUGH, Tier.TOP, null, null),
                            authority(SEDGEFIELD, Tier.LOWER, null, null))
                    .on(
                            "2008-05-01",
                            drafted(AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, SEDGEFIELD), List.of()))
                    .when(sign, minister(), "2008-06-30")
                    .thenRefused("top-tier-members-too-few");
        }

        @Test
        void counts_an_authority_only_while_it_existed() {
            given().on(
                            "2008-01-01",
                            authority(MIDDLESBROUGH, Tier.TOP, null, null),
                            authority(DURHAM, Tier.TOP, "1974-04-01", "2009-03-31"))
                    .on(
                            "2008-05-01",
                            drafted(AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, DURHAM), List.of()))
                    .when(sign, minister(), "2009-04-01")
                    .thenRefused("top-tier-members-too-few");
        }

        @Test
        void counts_it_on_its_last_day() {
            given().on(
                            "2008-01-01",
                            authority(MIDDLESBROUGH, Tier.TOP, null, null),
                            authority(DURHAM, Tier.TOP, "1974-04-01", "2009-03-31"))
                    .on(
                            "2008-05-01",
                            drafted(AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, DURHAM), List.of()))
                    .when(sign, minister(), "2009-03-31")
                    .then(new AgreementSigned(AGREEMENT, List.of(MIDDLESBROUGH, DURHAM)));
        }

        @Test
        void with_members_that_the_area_register_does_not_know_is_refused() {
            given().on("2008-05-01", drafted())
                    .when(sign, minister(), "2008-06-30")
                    .thenRefused("top-tier-members-too-few");
        }

        @Test
        void of_a_local_area_agreement_needs_one_top_tier_authority() {
            given().on("2008-01-01", authority(MIDDLESBROUGH, Tier.TOP, null, null))
                    .on(
                            "2008-05-01",
                            drafted(AgreementKind.LOCAL_AREA_AGREEMENT, List.of(MIDDLESBROUGH), List.of(POLICE)))
                    .when(sign, minister(), "2008-06-30")
                    .then(new AgreementSigned(AGREEMENT, List.of(MIDDLESBROUGH)));
        }

        @Test
        void before_the_last_party_joined_is_refused() {
            given().and(story())
                    .on("2008-06-15", new PartyJoined(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER))
                    .when(sign, minister(), "2008-06-14")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void after_its_period_is_refused() {
            given().and(story()).when(sign, minister(), "2011-04-01").thenRefused("agreement-ended");
        }

        @Test
        void twice_is_refused() {
            given().and(inForce()).when(sign, minister(), "2008-07-01").thenRefused("agreement-already-signed");
        }

        @Test
        void of_nothing_is_refused() {
            given().when(sign, minister(), "2008-06-30").thenRefused("agreement-unknown");
        }

        @Test
        void before_a_party_left_is_refused() {
            given().and(story())
                    .on("2008-06-10", new PartyJoined(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER))
                    .on("2008-06-15", new PartyLeft(AGREEMENT, STOCKTON))
                    .when(sign, minister(), "2008-06-14")
                    .thenRefused("act-before-its-ground");
        }
    }
}
