package org.maaledger.command.agreement;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.DraftAgreement;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.testing.Stories;
import org.maaledger.command.testing.TeesValley;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/** The rules of opening an agreement but for the places in it. Each sentence is checked on the pure state and through the shell. */
class DraftingAgreements {

    private static DraftAgreement draft(AgreementKind kind, List<BodyId> members, List<BodyId> partners) {
        return Stories.drafting(AGREEMENT, kind, members, partners);
    }

    private static DraftAgreement draft() {
        return draft(AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, STOCKTON), List.of(POLICE));
    }

    private static List<Dated> story() {
        return TeesValley.draft();
    }

    @Nested
    class Drafting_an_agreement {

        @Test
        void binds_it_to_the_rules_of_its_edition() {
            given().and(referenceData())
                    .when(draft(), officer(MIDDLESBROUGH), "2008-05-01")
                    .then(drafted());
        }

        @Test
        void with_something_else_as_its_government_office_is_refused() {
            DraftAgreement known = draft();
            for (BodyId office : List.of(HARTLEPOOL, new BodyId("dept:clg"))) {
                DraftAgreement other = new DraftAgreement(
                        AGREEMENT,
                        known.kind(),
                        known.title(),
                        known.edition(),
                        known.from(),
                        known.to(),
                        known.area(),
                        MIDDLESBROUGH,
                        office,
                        known.members(),
                        known.partners(),
                        null);
                given().and(referenceData())
                        .when(other, officer(MIDDLESBROUGH), "2008-05-01")
                        .thenRefused("not-government-office");
            }
        }

        @Test
        void of_several_authorities_as_a_local_area_agreement_is_refused() {
            given().and(referenceData())
                    .when(
                            draft(AgreementKind.LOCAL_AREA_AGREEMENT, List.of(MIDDLESBROUGH, STOCKTON), List.of()),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .thenRefused("local-agreement-of-several-authorities");
        }

        @Test
        void is_refused_to_another_than_the_responsible_authority() {
            given().and(referenceData())
                    .when(draft(), officer(STOCKTON), "2008-05-01")
                    .thenRefused("not-responsible-authority");
        }

        @Test
        void is_refused_to_an_analyst_of_the_responsible_authority() {
            given().and(referenceData())
                    .when(draft(), actor(MIDDLESBROUGH, Office.ANALYST), "2008-05-01")
                    .thenRefused("not-responsible-authority");
        }

        @Test
        void is_refused_when_the_responsible_authority_is_no_member() {
            given().and(referenceData())
                    .when(
                            draft(AgreementKind.MULTI_AREA_AGREEMENT, List.of(STOCKTON, HARTLEPOOL), List.of()),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .thenRefused("responsible-authority-not-member");
        }

        @Test
        void is_refused_when_a_body_is_both_member_and_partner() {
            given().and(referenceData())
                    .when(
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
            given().and(referenceData())
                    .when(unknown, officer(MIDDLESBROUGH), "2008-05-01")
                    .thenRefused("edition-unknown");
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
            given().and(referenceData())
                    .when(backwards, officer(MIDDLESBROUGH), "2008-05-01")
                    .thenRefused("period-empty");
        }

        @Test
        void is_refused_when_its_period_is_over() {
            given().and(referenceData())
                    .when(draft(), officer(MIDDLESBROUGH), "2011-04-01")
                    .thenRefused("agreement-ended");
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

        @Test
        void with_its_government_office_as_a_party_is_refused() {
            given().and(referenceData())
                    .when(
                            draft(
                                    AgreementKind.MULTI_AREA_AGREEMENT,
                                    List.of(MIDDLESBROUGH, STOCKTON),
                                    List.of(GOVERNMENT_OFFICE)),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .thenRefused("government-office-as-party");
        }
    }
}
