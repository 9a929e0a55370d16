package org.maaledger.command.agreement;

import java.time.LocalDate;
import org.maaledger.command.agreement.ActRefusal.ActBeforeItsGround;
import org.maaledger.command.agreement.ActRefusal.AgreementEnded;
import org.maaledger.command.agreement.PartyRefusal.LocalAgreementOfSeveralAuthorities;
import org.maaledger.command.agreement.PartyRefusal.NotAParty;
import org.maaledger.command.agreement.PartyRefusal.NotOwnBody;
import org.maaledger.command.agreement.PartyRefusal.PartyAlreadyJoined;
import org.maaledger.command.agreement.PartyRefusal.ResponsibleAuthorityCannotLeave;
import org.maaledger.command.agreement.PartyRefusal.ResponsibleAuthorityNotMember;
import org.maaledger.command.agreement.PartyRefusal.ResponsibleAuthorityUnchanged;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Decision;
import org.maaledger.kernel.agreement.AgreementEvent;

/** Decisions on who belongs to an agreement, signed or not. Who may ask for them is settled before. */
final class Parties {

    private Parties() {}

    static Decision<AgreementEvent> join(Terms terms, AgreementCommand.JoinAgreement join, Act act, LocalDate since) {
        if (terms.hasParty(join.body())) {
            return Decision.refuse(new PartyAlreadyJoined(join.body()));
        } else if (!Drafts.takes(terms, join.role())) {
            return Decision.refuse(new LocalAgreementOfSeveralAuthorities());
        } else if (act.on().isBefore(since)) {
            return Decision.refuse(new ActBeforeItsGround(act.on(), "the act that the agreement stands on", since));
        } else if (act.on().isAfter(terms.to())) {
            return Decision.refuse(new AgreementEnded(terms.to(), act.on()));
        }
        return Decision.accept(new AgreementEvent.PartyJoined(terms.id(), join.body(), join.role()));
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
        LocalDate ground = party.since().isAfter(since) ? party.since() : since;
        return act.on().isBefore(ground)
                ? Decision.refuse(new ActBeforeItsGround(act.on(), "its joining or the signing", ground))
                : Decision.accept(new AgreementEvent.PartyLeft(terms.id(), leave.body()));
    }

    static Decision<AgreementEvent> change(
            Terms terms, AgreementCommand.ChangeResponsibleAuthority change, Act act, LocalDate since) {
        Terms.Party party = terms.parties().get(change.to());
        if (party == null || !terms.hasMember(change.to())) {
            return Decision.refuse(new ResponsibleAuthorityNotMember(change.to()));
        } else if (change.to().equals(terms.responsibleAuthority())) {
            return Decision.refuse(new ResponsibleAuthorityUnchanged(change.to()));
        }
        LocalDate ground = party.since().isAfter(since) ? party.since() : since;
        return act.on().isBefore(ground)
                ? Decision.refuse(new ActBeforeItsGround(act.on(), "its joining or the signing", ground))
                : Decision.accept(new AgreementEvent.ResponsibleAuthorityChanged(
                        terms.id(), terms.responsibleAuthority(), change.to()));
    }
}
