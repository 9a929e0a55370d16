package org.maaledger.command.agreement;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.ChangeResponsibleAuthority;
import org.maaledger.command.agreement.AgreementCommand.DraftAgreement;
import org.maaledger.command.agreement.AgreementCommand.JoinAgreement;
import org.maaledger.command.agreement.AgreementCommand.LeaveAgreement;
import org.maaledger.command.agreement.AgreementCommand.SignAgreement;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.testing.TeesValley;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementSigned;
import org.maaledger.kernel.agreement.AgreementEvent.PartyJoined;
import org.maaledger.kernel.agreement.AgreementEvent.PartyLeft;
import org.maaledger.kernel.agreement.AgreementEvent.ResponsibleAuthorityChanged;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/** The rules of agreements but for designation. Each sentence is checked on the pure state and through the shell. */
class Agreements {

    private static DraftAgreement draft(AgreementKind kind, List<BodyId> members, List<BodyId> partners) {
        return new DraftAgreement(
                AGREEMENT,
                kind,
                text("Tees Valley"),
                "laa-maa-2008",
                LocalDate.parse("2008-04-01"),
                LocalDate.parse("2011-03-31"),
                new AreaCode("maa:tees-valley"),
                MIDDLESBROUGH,
                GOVERNMENT_OFFICE,
                members,
                partners,
                null);
    }

    private static DraftAgreement draft() {
        return draft(AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, STOCKTON), List.of(POLICE));
    }

    @Nested
    class Drafting_an_agreement {

        @Test
        void binds_it_to_the_rules_of_its_edition() {
            given().when(draft(), officer(MIDDLESBROUGH), "2008-05-01").then(drafted());
        }

        @Test
        void of_one_authority_with_partners_makes_a_local_area_agreement() {
            given().when(
                            draft(AgreementKind.LOCAL_AREA_AGREEMENT, List.of(MIDDLESBROUGH), List.of(POLICE)),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .then(drafted(AgreementKind.LOCAL_AREA_AGREEMENT, List.of(MIDDLESBROUGH), List.of(POLICE)));
        }

        @Test
        void of_several_authorities_as_a_local_area_agreement_is_refused() {
            given().when(
                            draft(AgreementKind.LOCAL_AREA_AGREEMENT, List.of(MIDDLESBROUGH, STOCKTON), List.of()),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .thenRefused("local-agreement-of-several-authorities");
        }

        @Test
        void is_refused_to_another_than_the_responsible_authority() {
            given().when(draft(), officer(STOCKTON), "2008-05-01").thenRefused("not-responsible-authority");
        }

        @Test
        void is_refused_to_an_analyst_of_the_responsible_authority() {
            given().when(draft(), actor(MIDDLESBROUGH, Office.ANALYST), "2008-05-01")
                    .thenRefused("not-responsible-authority");
        }

        @Test
        void is_refused_when_the_responsible_authority_is_no_member() {
            given().when(
                            draft(AgreementKind.MULTI_AREA_AGREEMENT, List.of(STOCKTON, HARTLEPOOL), List.of()),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .thenRefused("responsible-authority-not-member");
        }

        @Test
        void is_refused_when_a_body_is_both_member_and_partner() {
            given().when(
                            draft(
                                    AgreementKind.MULTI_AREA_AGREEMENT,
                                    List.of(MIDDLESBROUGH, STOCKTON),
                                    List.of(STOCKTON)),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .thenRefused("party-named-twice");
        }

        @Test
        void is_refused_under_an_edition_that_is_not_known() {
            DraftAgreement known = draft();
            DraftAgreement unknown = new DraftAgreement(
                    AGREEMENT,
                    known.kind(),
                    known.title(),
                    "laa-1998",
                    known.from(),
                    known.to(),
                    known.area(),
                    MIDDLESBROUGH,
                    GOVERNMENT_OFFICE,
                    known.members(),
                    known.partners(),
                    null);
            given().when(unknown, officer(MIDDLESBROUGH), "2008-05-01").thenRefused("edition-unknown");
        }

        @Test
        void is_refused_when_its_period_ends_before_it_begins() {
            DraftAgreement known = draft();
            DraftAgreement backwards = new DraftAgreement(
                    AGREEMENT,
                    known.kind(),
                    known.title(),
                    known.edition(),
                    known.to(),
                    known.from(),
                    known.area(),
                    MIDDLESBROUGH,
                    GOVERNMENT_OFFICE,
                    known.members(),
                    known.partners(),
                    null);
            given().when(backwards, officer(MIDDLESBROUGH), "2008-05-01").thenRefused("period-empty");
        }

        @Test
        void is_refused_when_its_period_is_over() {
            given().when(draft(), officer(MIDDLESBROUGH), "2011-04-01").thenRefused("agreement-ended");
        }

        @Test
        void twice_is_refused() {
            given().and(story())
                    .when(draft(), officer(MIDDLESBROUGH), "2008-05-02")
                    .thenRefused("agreement-already-drafted");
        }

        @Test
        void under_the_id_of_another_bodys_draft_does_not_tell_that_it_exists() {
            given().and(story())
                    .when(draft(), officer(HARTLEPOOL), "2008-05-02")
                    .thenRefused("agreement-unknown");
        }
    }

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
    }

    @Nested
    class Changing_the_responsible_authority {

        @Test
        void of_a_draft_is_done_by_the_present_one() {
            given().and(story())
                    .when(
                            new ChangeResponsibleAuthority(AGREEMENT, STOCKTON, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .then(new ResponsibleAuthorityChanged(AGREEMENT, MIDDLESBROUGH, STOCKTON));
        }

        @Test
        void of_a_signed_agreement_needs_the_secretary_of_state() {
            given().and(inForce())
                    .when(
                            new ChangeResponsibleAuthority(AGREEMENT, STOCKTON, null),
                            officer(MIDDLESBROUGH),
                            "2009-01-05")
                    .thenRefused("not-minister");
        }

        @Test
        void of_a_signed_agreement_is_done_by_the_secretary_of_state() {
            given().and(inForce())
                    .when(new ChangeResponsibleAuthority(AGREEMENT, STOCKTON, null), minister(), "2009-01-05")
                    .then(new ResponsibleAuthorityChanged(AGREEMENT, MIDDLESBROUGH, STOCKTON));
        }

        @Test
        void to_a_partner_is_refused() {
            given().and(story())
                    .when(new ChangeResponsibleAuthority(AGREEMENT, POLICE, null), officer(MIDDLESBROUGH), "2008-05-05")
                    .thenRefused("responsible-authority-not-member");
        }

        @Test
        void to_the_same_is_refused() {
            given().and(story())
                    .when(
                            new ChangeResponsibleAuthority(AGREEMENT, MIDDLESBROUGH, null),
                            officer(MIDDLESBROUGH),
                            "2008-05-05")
                    .thenRefused("responsible-authority-unchanged");
        }
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
    }
}
