package org.maaledger.command.agreement;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.JoinAgreement;
import org.maaledger.command.agreement.AgreementCommand.LeaveAgreement;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.testing.TeesValley;
import org.maaledger.kernel.agreement.AgreementEvent.PartyJoined;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.provenance.BodyId;

/** The rules of joining and leaving an agreement. Each sentence is checked on the pure state and through the shell. */
class PartiesOfAgreements {

    private static List<Dated> story() {
        return TeesValley.draft();
    }

    @Nested
    class Joining_an_agreement {

        @Test
        void a_draft_is_entered_by_the_responsible_authority() {
            given().and(story())
                    .when(
                            new JoinAgreement(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .then(new PartyJoined(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER));
        }

        @Test
        void a_draft_is_refused_to_another_member() {
            given().and(story())
                    .when(
                            new JoinAgreement(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER, null),
                            officer(STOCKTON),
                            "2008-05-05")
                    .thenRefused("not-responsible-authority");
        }

        @Test
        void a_signed_one_is_done_by_the_body_itself() {
            given().and(inForce())
                    .when(
                            new JoinAgreement(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER, null),
                            officer(HARTLEPOOL),
                            "2009-01-05")
                    .then(new PartyJoined(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER));
        }

        @Test
        void a_signed_one_is_refused_to_others_on_its_behalf() {
            given().and(inForce())
                    .when(
                            new JoinAgreement(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER, null),
                            officer(MIDDLESBROUGH),
                            "2009-01-05")
                    .thenRefused("not-own-body");
        }

        @Test
        void twice_is_refused() {
            given().and(story())
                    .when(
                            new JoinAgreement(AGREEMENT, STOCKTON, PartyRole.MEMBER, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .thenRefused("party-already-joined");
        }

        @Test
        void of_a_second_authority_is_refused_by_a_local_area_agreement() {
            given().on("2008-05-01", drafted(AgreementKind.LOCAL_AREA_AGREEMENT, List.of(MIDDLESBROUGH), List.of()))
                    .when(
                            new JoinAgreement(AGREEMENT, STOCKTON, PartyRole.MEMBER, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .thenRefused("local-agreement-of-several-authorities");
        }

        @Test
        void before_the_draft_is_refused() {
            given().and(story())
                    .when(
                            new JoinAgreement(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER, null),
                            officer(MIDDLESBROUGH),
                            "2008-04-30")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void after_its_period_is_refused() {
            given().and(inForce())
                    .when(
                            new JoinAgreement(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER, null),
                            officer(HARTLEPOOL),
                            "2011-04-01")
                    .thenRefused("agreement-ended");
        }

        @Test
        void as_a_member_that_the_area_register_does_not_know_is_refused() {
            given().and(story())
                    .when(
                            new JoinAgreement(AGREEMENT, DURHAM, PartyRole.MEMBER, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .thenRefused("member-unknown");
        }

        @Test
        void as_a_partner_needs_no_entry_in_the_area_register() {
            BodyId health = new BodyId("pct:middlesbrough");
            given().and(story())
                    .when(
                            new JoinAgreement(AGREEMENT, health, PartyRole.PARTNER, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .then(new PartyJoined(AGREEMENT, health, PartyRole.PARTNER));
        }

        @Test
        void a_draft_from_outside_its_area_is_refused() {
            given().and(story())
                    .on("2008-01-01", authority(DURHAM, Tier.TOP, null, null))
                    .when(
                            new JoinAgreement(AGREEMENT, DURHAM, PartyRole.MEMBER, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .thenRefused("member-outside-area");
        }

        @Test
        void in_force_from_outside_its_area_is_refused() {
            given().and(inForce())
                    .on("2008-01-01", authority(DURHAM, Tier.TOP, null, null))
                    .when(new JoinAgreement(AGREEMENT, DURHAM, PartyRole.MEMBER, null), officer(DURHAM), "2009-01-05")
                    .thenRefused("member-outside-area");
        }

        @Test
        void in_force_is_open_to_a_district_of_a_county_in_its_area() {
            given().on(
                            "2008-01-01",
                            area(AREA, AreaLevel.MULTI_AREA, List.of(), List.of("E06000002", DURHAM.value())),
                            authority(MIDDLESBROUGH, Tier.TOP, null, null),
                            authority(DURHAM, Tier.TOP, null, null),
                            district(SEDGEFIELD, DURHAM))
                    .on(
                            "2008-05-01",
                            drafted(AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, DURHAM), List.of()))
                    .on("2008-06-30", signed())
                    .when(
                            new JoinAgreement(AGREEMENT, SEDGEFIELD, PartyRole.MEMBER, null),
                            officer(SEDGEFIELD),
                            "2008-10-01")
                    .then(new PartyJoined(AGREEMENT, SEDGEFIELD, PartyRole.MEMBER));
        }

        @Test
        void as_its_government_office_is_refused() {
            given().and(story())
                    .when(
                            new JoinAgreement(AGREEMENT, GOVERNMENT_OFFICE, PartyRole.PARTNER, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .thenRefused("government-office-as-party");
        }

        @Test
        void again_before_it_left_is_refused() {
            JoinAgreement again = new JoinAgreement(AGREEMENT, STOCKTON, PartyRole.MEMBER, null);
            given().and(inForce())
                    .on("2009-01-05", new PartyLeft(AGREEMENT, STOCKTON))
                    .when(again, officer(STOCKTON), "2009-01-04")
                    .thenRefused("act-before-its-ground");
            given().and(inForce())
                    .on("2009-01-05", new PartyLeft(AGREEMENT, STOCKTON))
                    .when(again, officer(STOCKTON), "2009-01-05")
                    .then(new PartyJoined(AGREEMENT, STOCKTON, PartyRole.MEMBER));
        }
    }

    @Nested
    class Leaving_an_agreement {

        @Test
        void is_done_by_the_body_itself() {
            given().and(inForce())
                    .when(new LeaveAgreement(AGREEMENT, STOCKTON, null), officer(STOCKTON), "2009-01-05")
                    .then(new PartyLeft(AGREEMENT, STOCKTON));
        }

        @Test
        void is_done_by_a_partner_in_its_own_office() {
            given().and(story())
                    .when(new LeaveAgreement(AGREEMENT, POLICE, null), partner(POLICE), "2008-05-05")
                    .then(new PartyLeft(AGREEMENT, POLICE));
        }

        @Test
        void is_refused_to_another_party() {
            given().and(inForce())
                    .when(new LeaveAgreement(AGREEMENT, STOCKTON, null), officer(MIDDLESBROUGH), "2009-01-05")
                    .thenRefused("not-own-body");
        }

        @Test
        void is_refused_to_the_responsible_authority_for_itself() {
            given().and(inForce())
                    .when(new LeaveAgreement(AGREEMENT, MIDDLESBROUGH, null), officer(MIDDLESBROUGH), "2009-01-05")
                    .thenRefused("responsible-authority-cannot-leave");
        }

        @Test
        void of_a_stranger_taken_out_of_a_draft_is_refused() {
            given().and(story())
                    .when(new LeaveAgreement(AGREEMENT, HARTLEPOOL, null), officer(MIDDLESBROUGH), "2008-05-05")
                    .thenRefused("not-a-party");
        }

        @Test
        void before_it_joined_is_refused() {
            given().and(inForce())
                    .on("2009-01-05", new PartyJoined(AGREEMENT, HARTLEPOOL, PartyRole.MEMBER))
                    .when(new LeaveAgreement(AGREEMENT, HARTLEPOOL, null), officer(HARTLEPOOL), "2009-01-04")
                    .thenRefused("act-before-its-ground");
        }

        @Test
        void after_its_period_is_refused() {
            given().and(inForce())
                    .when(new LeaveAgreement(AGREEMENT, STOCKTON, null), officer(STOCKTON), "2011-04-01")
                    .thenRefused("agreement-ended");
        }
    }
}
