package org.maaledger.command.agreement;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.ActRefusal.ActBeforeItsGround;
import org.maaledger.command.agreement.ActRefusal.AgreementAlreadyDrafted;
import org.maaledger.command.agreement.ActRefusal.AgreementAreaUnknown;
import org.maaledger.command.agreement.ActRefusal.AgreementEnded;
import org.maaledger.command.agreement.ActRefusal.AgreementNotInForce;
import org.maaledger.command.agreement.ActRefusal.AgreementUnknown;
import org.maaledger.command.agreement.ActRefusal.EditionUnknown;
import org.maaledger.command.agreement.ActRefusal.PeriodEmpty;
import org.maaledger.command.agreement.PartyRefusal.GovernmentOfficeAsParty;
import org.maaledger.command.agreement.PartyRefusal.LocalAgreementOfAnotherArea;
import org.maaledger.command.agreement.PartyRefusal.LocalAgreementOfSeveralAuthorities;
import org.maaledger.command.agreement.PartyRefusal.MemberOutsideArea;
import org.maaledger.command.agreement.PartyRefusal.NotGovernmentOffice;
import org.maaledger.command.agreement.PartyRefusal.NotMinister;
import org.maaledger.command.agreement.PartyRefusal.NotResponsibleAuthority;
import org.maaledger.command.agreement.PartyRefusal.PartyNamedTwice;
import org.maaledger.command.agreement.PartyRefusal.ResponsibleAuthorityNotMember;
import org.maaledger.command.agreement.PartyRefusal.TopTierMembersTooFew;
import org.maaledger.command.area.Places;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Refusal;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementKind;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.framework.FrameworkRules;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/** Decisions on an agreement before it is signed. */
final class Drafts {

    /** What the codes of Government Offices begin with. */
    private static final String GOVERNMENT_OFFICE = "go:";

    private Drafts() {}

    static Decision<AgreementEvent> open(AgreementCommand command, Consulted consulted, Editions editions, Act act) {
        if (!(command instanceof AgreementCommand.DraftAgreement draft)) {
            return Decision.refuse(new AgreementUnknown(command.agreementId()));
        }
        Refusal refusal = against(draft, act);
        FrameworkRules rules = editions.named(draft.edition()).orElse(null);
        if (refusal == null && rules != null) {
            refusal = againstRegister(draft, consulted, act);
        }
        if (refusal != null || rules == null) {
            return Decision.refuse(refusal != null ? refusal : new EditionUnknown(draft.edition(), editions.names()));
        }
        return Decision.accept(new AgreementEvent.AgreementDrafted(
                draft.agreementId(),
                draft.kind(),
                draft.title().ref(),
                rules,
                draft.from(),
                draft.to(),
                draft.area(),
                draft.responsibleAuthority(),
                draft.governmentOffice(),
                draft.members(),
                draft.partners()));
    }

    private static @Nullable Refusal against(AgreementCommand.DraftAgreement draft, Act act) {
        if (!act.in(Office.AUTHORITY_OFFICER) || !act.body().equals(draft.responsibleAuthority())) {
            return new NotResponsibleAuthority(draft.responsibleAuthority());
        } else if (!draft.from().isBefore(draft.to())) {
            return new PeriodEmpty(draft.from(), draft.to());
        } else if (act.on().isAfter(draft.to())) {
            return new AgreementEnded(draft.to(), act.on());
        } else if (!draft.members().contains(draft.responsibleAuthority())) {
            return new ResponsibleAuthorityNotMember(draft.responsibleAuthority());
        } else if (draft.kind() == AgreementKind.LOCAL_AREA_AGREEMENT
                && draft.members().size() > 1) {
            return new LocalAgreementOfSeveralAuthorities();
        }
        if (draft.members().contains(draft.governmentOffice())
                || draft.partners().contains(draft.governmentOffice())) {
            return new GovernmentOfficeAsParty(draft.governmentOffice(), "/governmentOffice");
        } else if (!draft.governmentOffice().value().startsWith(GOVERNMENT_OFFICE)) {
            return new NotGovernmentOffice(draft.governmentOffice());
        }
        return twice(draft.members(), draft.partners());
    }

    /** Members and area are of the register. Partners are not: it holds places and their authorities, no police and no health bodies. */
    private static @Nullable Refusal againstRegister(
            AgreementCommand.DraftAgreement draft, Consulted consulted, Act act) {
        Refusal refusal = null;
        for (int i = 0; i < draft.members().size() && refusal == null; i++) {
            BodyId member = draft.members().get(i);
            refusal = AuthorityStanding.of(member, consulted).againstMember(member, act.on(), "/members/" + i);
        }
        Places places = new Places(consulted);
        if (refusal != null) {
            return refusal;
        } else if (!places.isKnown(draft.area())) {
            return new AgreementAreaUnknown(draft.area());
        }
        return switch (draft.kind()) {
            case LOCAL_AREA_AGREEMENT ->
                isThePlaceOf(draft.responsibleAuthority(), draft.area(), places)
                        ? null
                        : new LocalAgreementOfAnotherArea(draft.responsibleAuthority(), draft.area());
            case MULTI_AREA_AGREEMENT -> outside(draft, places);
        };
    }

    /** A local area agreement is for the area of its authority (2007 Act, s.106), under its code of any time. */
    private static boolean isThePlaceOf(BodyId authority, AreaCode area, Places places) {
        AreaCode own = new AreaCode(authority.value());
        return places.lies(own, area) && places.lies(area, own);
    }

    private static @Nullable Refusal outside(AgreementCommand.DraftAgreement draft, Places places) {
        for (int i = 0; i < draft.members().size(); i++) {
            BodyId member = draft.members().get(i);
            if (!places.overlaps(new AreaCode(member.value()), draft.area())) {
                return new MemberOutsideArea(member, draft.area(), "/members/" + i);
            }
        }
        return null;
    }

    private static @Nullable Refusal twice(List<BodyId> members, List<BodyId> partners) {
        Set<BodyId> seen = new HashSet<>();
        for (List<BodyId> bodies : List.of(members, partners)) {
            for (BodyId body : bodies) {
                if (!seen.add(body)) {
                    return new PartyNamedTwice(body);
                }
            }
        }
        return null;
    }

    static Decision<AgreementEvent> decide(
            Agreement.Drafting draft, AgreementCommand command, Consulted consulted, Act act) {
        Terms terms = draft.terms();
        return switch (command) {
            case AgreementCommand.DraftAgreement ignored -> Decision.refuse(new AgreementAlreadyDrafted(terms.id()));
            case AgreementCommand.JoinAgreement join -> join(draft, join, consulted, act);
            case AgreementCommand.LeaveAgreement leave -> Parties.leave(terms, leave, act, terms.draftedOn(), true);
            case AgreementCommand.ChangeResponsibleAuthority change ->
                terms.isOfResponsibleAuthority(act)
                        ? Parties.change(terms, change, act, terms.draftedOn())
                        : Decision.refuse(new NotResponsibleAuthority(terms.responsibleAuthority()));
            case AgreementCommand.SignAgreement ignored -> sign(draft, consulted, act);
            case AgreementCommand.DesignateTarget ignored -> notInForce(terms, act);
            case AgreementCommand.RevokeDesignation ignored -> notInForce(terms, act);
        };
    }

    private static Decision<AgreementEvent> notInForce(Terms terms, Act act) {
        return Decision.refuse(act.in(Office.MINISTER) ? new AgreementNotInForce(terms.id()) : new NotMinister());
    }

    private static Decision<AgreementEvent> join(
            Agreement.Drafting draft, AgreementCommand.JoinAgreement join, Consulted consulted, Act act) {
        Terms terms = draft.terms();
        if (!terms.isOfResponsibleAuthority(act)) {
            return Decision.refuse(new NotResponsibleAuthority(terms.responsibleAuthority()));
        }
        return Parties.join(terms, join, consulted, act, terms.draftedOn());
    }

    private static Decision<AgreementEvent> sign(Agreement.Drafting draft, Consulted consulted, Act act) {
        Terms terms = draft.terms();
        LocalDate settled = terms.partiesSettledOn();
        if (!act.in(Office.MINISTER)) {
            return Decision.refuse(new NotMinister());
        } else if (act.on().isBefore(settled)) {
            return Decision.refuse(new ActBeforeItsGround(act.on(), "the last change of its parties", settled));
        } else if (act.on().isAfter(terms.to())) {
            return Decision.refuse(new AgreementEnded(terms.to(), act.on()));
        }
        List<BodyId> topTier = terms.members().stream()
                .filter(body -> AuthorityStanding.of(body, consulted).isTopTierOn(act.on()))
                .toList();
        int needed = switch (terms.kind()) {
            case LOCAL_AREA_AGREEMENT -> 1;
            case MULTI_AREA_AGREEMENT -> terms.rules().topTierMembersMin();
        };
        return topTier.size() < needed
                ? Decision.refuse(new TopTierMembersTooFew(needed, topTier, act.on()))
                : Decision.accept(new AgreementEvent.AgreementSigned(terms.id(), topTier));
    }

    /** Whether a body may be added as {@code role}: an agreement of one local authority takes no second one. */
    static boolean takes(Terms terms, PartyRole role) {
        return role == PartyRole.PARTNER || terms.kind() == AgreementKind.MULTI_AREA_AGREEMENT;
    }
}
