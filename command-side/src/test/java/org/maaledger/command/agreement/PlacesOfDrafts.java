package org.maaledger.command.agreement;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.DraftAgreement;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementDrafted;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent.AreaDetailsRevised;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.area.Tier;
import org.maaledger.kernel.provenance.BodyId;

/** The places that a draft names: its area, and its members. Each sentence is checked on the pure state and through the shell. */
class PlacesOfDrafts {

    private static DraftAgreement draft(AgreementKind kind, List<BodyId> members, List<BodyId> partners) {
        return draft(kind, AREA, members, partners);
    }

    private static DraftAgreement draft(
            AgreementKind kind, AreaCode area, List<BodyId> members, List<BodyId> partners) {
        return new DraftAgreement(
                AGREEMENT,
                kind,
                text("Tees Valley"),
                "laa-maa-2008",
                LocalDate.parse("2008-04-01"),
                LocalDate.parse("2011-03-31"),
                area,
                MIDDLESBROUGH,
                GOVERNMENT_OFFICE,
                members,
                partners,
                null);
    }

    private static DraftAgreement withDurham() {
        return draft(AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, DURHAM), List.of());
    }

    private static AgreementDrafted withDurhamDrafted() {
        return drafted(AgreementKind.MULTI_AREA_AGREEMENT, List.of(MIDDLESBROUGH, DURHAM), List.of());
    }

    /** The agreement's area, with one more place in it. */
    private static AreaDetailsRevised reaching(BodyId place) {
        AreaDetails wider = area(
                        AREA, AreaLevel.MULTI_AREA, List.of(), List.of("E06000002", "E06000004", place.value()))
                .details();
        return new AreaDetailsRevised(AREA, wider, SOURCE);
    }

    private static AgreementDrafted local(AreaCode area) {
        AgreementDrafted one = drafted(AgreementKind.LOCAL_AREA_AGREEMENT, List.of(MIDDLESBROUGH), List.of(POLICE));
        return new AgreementDrafted(
                one.agreement(),
                one.kind(),
                one.title(),
                one.rules(),
                one.from(),
                one.to(),
                area,
                one.responsibleAuthority(),
                one.governmentOffice(),
                one.members(),
                one.partners());
    }

    @Nested
    class Drafting_an_agreement {

        @Test
        void of_one_authority_with_partners_makes_a_local_area_agreement() {
            AreaCode own = new AreaCode(MIDDLESBROUGH.value());
            given().and(referenceData())
                    .when(
                            draft(AgreementKind.LOCAL_AREA_AGREEMENT, own, List.of(MIDDLESBROUGH), List.of(POLICE)),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .then(local(own));
        }

        @Test
        void of_one_authority_for_the_area_of_another_is_refused() {
            for (String area : List.of("E06000001", "maa:tees-valley")) {
                given().and(referenceData())
                        .when(
                                draft(
                                        AgreementKind.LOCAL_AREA_AGREEMENT,
                                        new AreaCode(area),
                                        List.of(MIDDLESBROUGH),
                                        List.of(POLICE)),
                                officer(MIDDLESBROUGH),
                                "2008-05-01")
                        .thenRefused("local-agreement-of-another-area");
            }
        }

        @Test
        void with_a_member_from_outside_its_area_is_refused() {
            given().and(referenceData())
                    .on("2008-01-01", authority(DURHAM, Tier.TOP, null, null))
                    .when(withDurham(), officer(MIDDLESBROUGH), "2008-05-01")
                    .thenRefused("member-outside-area");
        }

        @Test
        void with_a_county_of_which_its_area_has_one_district_is_possible() {
            given().and(referenceData())
                    .on("2008-01-01", authority(DURHAM, Tier.TOP, null, null), district(SEDGEFIELD, DURHAM))
                    .on("2008-01-02", reaching(SEDGEFIELD))
                    .when(withDurham(), officer(MIDDLESBROUGH), "2008-05-01")
                    .then(withDurhamDrafted());
        }

        @Test
        void with_a_member_that_the_area_register_does_not_know_is_refused() {
            given().and(referenceData())
                    .when(withDurham(), officer(MIDDLESBROUGH), "2008-05-01")
                    .thenRefused("member-unknown");
        }

        @Test
        void with_a_member_that_is_a_place_without_a_local_authority_is_refused() {
            given().and(referenceData())
                    .on("2008-01-01", area(new AreaCode("E12000001"), AreaLevel.REGION, List.of(), List.of()))
                    .when(
                            draft(
                                    AgreementKind.MULTI_AREA_AGREEMENT,
                                    List.of(MIDDLESBROUGH, new BodyId("E12000001")),
                                    List.of()),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .thenRefused("member-not-local-authority");
        }

        @Test
        void with_a_member_that_has_ceased_to_exist_is_refused() {
            given().and(referenceData())
                    .on("2008-01-01", authority(DURHAM, Tier.TOP, "1974-04-01", "2009-03-31"))
                    .on("2008-01-02", reaching(DURHAM))
                    .when(withDurham(), officer(MIDDLESBROUGH), "2009-04-01")
                    .thenRefused("member-not-local-authority");
            given().and(referenceData())
                    .on("2008-01-01", authority(DURHAM, Tier.TOP, "1974-04-01", "2009-03-31"))
                    .on("2008-01-02", reaching(DURHAM))
                    .when(withDurham(), officer(MIDDLESBROUGH), "2009-03-31")
                    .then(withDurhamDrafted());
        }

        @Test
        void with_a_member_that_is_still_to_begin_is_possible() {
            given().and(referenceData())
                    .on("2008-01-01", authority(DURHAM, Tier.TOP, "2009-04-01", null))
                    .on("2008-01-02", reaching(DURHAM))
                    .when(withDurham(), officer(MIDDLESBROUGH), "2008-05-01")
                    .then(withDurhamDrafted());
        }

        @Test
        void for_an_area_that_the_register_does_not_know_is_refused() {
            given().and(referenceData())
                    .when(
                            draft(
                                    AgreementKind.MULTI_AREA_AGREEMENT,
                                    new AreaCode("maa:wear-valley"),
                                    List.of(MIDDLESBROUGH, STOCKTON),
                                    List.of()),
                            officer(MIDDLESBROUGH),
                            "2008-05-01")
                    .thenRefused("area-unknown");
        }
    }
}
