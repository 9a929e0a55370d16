package org.maaledger.command.agreement;

import java.time.LocalDate;
import org.maaledger.command.agreement.ActRefusal.ActBeforeItsGround;
import org.maaledger.command.agreement.ActRefusal.AgreementAlreadyDrafted;
import org.maaledger.command.agreement.ActRefusal.AgreementAlreadySigned;
import org.maaledger.command.agreement.ActRefusal.DesignationLimitReached;
import org.maaledger.command.agreement.ActRefusal.DesignationWindowClosed;
import org.maaledger.command.agreement.ActRefusal.StatutoryTargetNotDesignated;
import org.maaledger.command.agreement.ActRefusal.TargetAlreadyDesignated;
import org.maaledger.command.agreement.ActRefusal.TargetNotAgreed;
import org.maaledger.command.agreement.ActRefusal.TargetNotDesignated;
import org.maaledger.command.agreement.ActRefusal.TargetOfAnotherAgreement;
import org.maaledger.command.agreement.PartyRefusal.NotMinister;
import org.maaledger.command.agreement.PartyRefusal.NotOwnBody;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.TargetKind;

/** Decisions on an agreement that is signed. */
final class Signed {

    private Signed() {}

    static Decision<AgreementEvent> decide(
            Agreement.InForce inForce, AgreementCommand command, Consulted consulted, Act act) {
        Terms terms = inForce.terms();
        boolean minister = act.in(Office.MINISTER);
        return switch (command) {
            case AgreementCommand.DraftAgreement ignored -> Decision.refuse(new AgreementAlreadyDrafted(terms.id()));
            case AgreementCommand.JoinAgreement join -> join(inForce, join, act);
            case AgreementCommand.LeaveAgreement leave -> Parties.leave(terms, leave, act, inForce.signedOn(), false);
            case AgreementCommand.ChangeResponsibleAuthority change
            when minister -> Parties.change(terms, change, act, inForce.signedOn());
            case AgreementCommand.SignAgreement ignored
            when minister -> Decision.refuse(new AgreementAlreadySigned(inForce.signedOn()));
            case AgreementCommand.DesignateTarget designate
            when minister -> designate(inForce, designate.targetId(), consulted, act);
            case AgreementCommand.RevokeDesignation revoke when minister -> revoke(inForce, revoke.targetId(), act);
            case AgreementCommand.ChangeResponsibleAuthority ignored -> Decision.refuse(new NotMinister());
            case AgreementCommand.SignAgreement ignored -> Decision.refuse(new NotMinister());
            case AgreementCommand.DesignateTarget ignored -> Decision.refuse(new NotMinister());
            case AgreementCommand.RevokeDesignation ignored -> Decision.refuse(new NotMinister());
        };
    }

    /** A body that joins an agreement in force does so itself: a district of a county that made it, or a partner. */
    private static Decision<AgreementEvent> join(
            Agreement.InForce inForce, AgreementCommand.JoinAgreement join, Act act) {
        boolean own = act.body().equals(join.body()) && act.in(Terms.officeOf(join.role()));
        return own
                ? Parties.join(inForce.terms(), join, act, inForce.signedOn())
                : Decision.refuse(new NotOwnBody(join.body()));
    }

    private static Decision<AgreementEvent> designate(
            Agreement.InForce inForce, TargetId target, Consulted consulted, Act act) {
        Terms terms = inForce.terms();
        TargetStanding standing = consulted.state(TargetStanding.FOLD, target.toString());
        LocalDate windowEnd = inForce.signedOn().plusMonths(terms.rules().designationWindowMonths());
        LocalDate agreedOn = standing.agreedOn();
        if (!terms.id().equals(standing.agreement())) {
            return Decision.refuse(new TargetOfAnotherAgreement(target, terms.id()));
        } else if (standing.kind() == TargetKind.STATUTORY) {
            return Decision.refuse(new StatutoryTargetNotDesignated(target));
        } else if (agreedOn == null || standing.withdrawn()) {
            return Decision.refuse(new TargetNotAgreed(target, standing.withdrawn()));
        } else if (inForce.designated().containsKey(target)) {
            return Decision.refuse(new TargetAlreadyDesignated(target));
        } else if (act.on().isBefore(inForce.signedOn()) || !act.on().isBefore(windowEnd)) {
            return Decision.refuse(new DesignationWindowClosed(inForce.signedOn(), windowEnd.minusDays(1), act.on()));
        } else if (act.on().isBefore(agreedOn)) {
            return Decision.refuse(new ActBeforeItsGround(act.on(), "the agreement of its trajectory", agreedOn));
        }
        int limit = terms.rules().designatedTargetsMax();
        return inForce.designated().size() >= limit
                ? Decision.refuse(
                        new DesignationLimitReached(limit, terms.rules().edition()))
                : Decision.accept(new AgreementEvent.TargetDesignated(terms.id(), target));
    }

    private static Decision<AgreementEvent> revoke(Agreement.InForce inForce, TargetId target, Act act) {
        LocalDate designatedOn = inForce.designated().get(target);
        if (designatedOn == null) {
            return Decision.refuse(new TargetNotDesignated(target));
        }
        return act.on().isBefore(designatedOn)
                ? Decision.refuse(new ActBeforeItsGround(act.on(), "the designation", designatedOn))
                : Decision.accept(
                        new AgreementEvent.DesignationRevoked(inForce.terms().id(), target));
    }
}
