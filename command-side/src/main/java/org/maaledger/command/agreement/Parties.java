package org.maaledger.command.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.ActRefusal.ActBeforeItsGround;
import org.maaledger.command.agreement.PartyRefusal.GovernmentOfficeAsParty;
import org.maaledger.command.agreement.PartyRefusal.LocalAgreementOfSeveralAuthorities;
import org.maaledger.command.agreement.PartyRefusal.MemberOutsideArea;
import org.maaledger.command.agreement.PartyRefusal.NotAParty;
import org.maaledger.command.agreement.PartyRefusal.NotOwnBody;
import org.maaledger.command.agreement.PartyRefusal.PartyAlreadyJoined;
import org.maaledger.command.agreement.PartyRefusal.ResponsibleAuthorityCannotLeave;
import org.maaledger.command.agreement.PartyRefusal.ResponsibleAuthorityNotMember;
import org.maaledger.command.agreement.PartyRefusal.ResponsibleAuthorityUnchanged;
import org.maaledger.command.area.Places;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.Rule;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.provenance.BodyId;

/** Decisions on who belongs to an agreement, signed or not. Who may ask for them is settled before. */
final class Parties {

    private Parties() {}

    static Decision<AgreementEvent> join(
            Terms terms, AgreementCommand.JoinAgreement join, Consulted consulted, Act act, LocalDate since) {
        BodyId body = join.body();
        LocalDate left = terms.departed().getOrDefault(body, since);
        Refusal refusal = Rule.first(
                () -> terms.hasParty(body) ? new PartyAlreadyJoined(body) : null,
                () -> body.equals(terms.governmentOffice()) ? new GovernmentOfficeAsParty(body, "/body") : null,
                () -> Drafts.takes(terms, join.role()) ? null : new LocalAgreementOfSeveralAuthorities(),
                () -> before(since, "the act that the agreement stands on", act),
                () -> before(left, "its leaving", act),
                () -> join.role() == PartyRole.MEMBER ? againstMember(terms, body, consulted, act) : null,
                () -> terms.endedBefore(act));
        return Decision.unless(refusal, () -> new AgreementEvent.PartyJoined(terms.id(), body, join.role()));
    }

    /** A member is a local authority of the agreement's area. */
    private static @Nullable Refusal againstMember(Terms terms, BodyId body, Consulted consulted, Act act) {
        return Rule.first(
                () -> AuthorityStanding.of(body, consulted).againstMember(body, act.on(), "/body"),
                () -> new Places(consulted).overlaps(new AreaCode(body.value()), terms.area())
                        ? null
                        : new MemberOutsideArea(body, terms.area(), "/body"));
    }

    /**
     * Takes a party out.
     *
     * @param byResponsibleToo whether the responsible authority may take others out, as it may in a draft
     */
    static Decision<AgreementEvent> leave(
            Terms terms, AgreementCommand.LeaveAgreement leave, Act act, LocalDate since, boolean byResponsibleToo) {
        boolean own = terms.isOfParty(act) && act.body().equals(leave.body());
        Terms.Party party = terms.parties().get(leave.body());
        if (!own && !(byResponsibleToo && terms.isOfResponsibleAuthority(act))) {
            return Decision.refuse(new NotOwnBody(leave.body()));
        } else if (party == null) {
            return Decision.refuse(new NotAParty(leave.body()));
        } else if (leave.body().equals(terms.responsibleAuthority())) {
            return Decision.refuse(new ResponsibleAuthorityCannotLeave(leave.body()));
        }
        LocalDate ground = Terms.later(party.since(), since);
        return Decision.unless(
                untimely(terms, act, "its joining or the signing", ground),
                () -> new AgreementEvent.PartyLeft(terms.id(), leave.body()));
    }

    static Decision<AgreementEvent> change(
            Terms terms, AgreementCommand.ChangeResponsibleAuthority change, Act act, LocalDate since) {
        Terms.Party party = terms.parties().get(change.to());
        if (party == null || !terms.hasMember(change.to())) {
            return Decision.refuse(new ResponsibleAuthorityNotMember(change.to()));
        } else if (change.to().equals(terms.responsibleAuthority())) {
            return Decision.refuse(new ResponsibleAuthorityUnchanged(change.to()));
        }
        LocalDate ground = Terms.later(Terms.later(party.since(), since), terms.responsibleSince());
        return Decision.unless(
                untimely(terms, act, "its joining, the signing or the change before", ground),
                () -> new AgreementEvent.ResponsibleAuthorityChanged(
                        terms.id(), terms.responsibleAuthority(), change.to()));
    }

    private static @Nullable Refusal untimely(Terms terms, Act act, String ground, LocalDate groundOn) {
        return Rule.first(() -> before(groundOn, ground, act), () -> terms.endedBefore(act));
    }

    private static @Nullable Refusal before(LocalDate groundOn, String ground, Act act) {
        return act.on().isBefore(groundOn) ? new ActBeforeItsGround(act.on(), ground, groundOn) : null;
    }
}
