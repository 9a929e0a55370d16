package org.maaledger.command.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
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
import org.maaledger.command.agreement.PartyRefusal.MemberOutsideArea;
import org.maaledger.command.agreement.PartyRefusal.NotMinister;
import org.maaledger.command.agreement.PartyRefusal.NotOwnBody;
import org.maaledger.command.area.Places;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Months;
import org.maaledger.command.decision.Refusal;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.area.AreaCode;
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
            case AgreementCommand.JoinAgreement join -> join(inForce, join, consulted, act);
            case AgreementCommand.LeaveAgreement leave -> Parties.leave(terms, leave, act, inForce.signedOn(), false);
            case AgreementCommand.ChangeResponsibleAuthority change
            when minister -> Parties.change(terms, change, act, inForce.signedOn());
            case AgreementCommand.SignAgreement ignored
            when minister -> Decision.refuse(new AgreementAlreadySigned(inForce.signedOn()));
            case AgreementCommand.DesignateTarget designate
            when minister -> designate(inForce, designate.targetId(), consulted, act);
            case AgreementCommand.RevokeDesignation revoke
            when minister -> revoke(inForce, revoke.targetId(), consulted, act);
            case AgreementCommand.ChangeResponsibleAuthority ignored -> Decision.refuse(new NotMinister());
            case AgreementCommand.SignAgreement ignored -> Decision.refuse(new NotMinister());
            case AgreementCommand.DesignateTarget ignored -> Decision.refuse(new NotMinister());
            case AgreementCommand.RevokeDesignation ignored -> Decision.refuse(new NotMinister());
        };
    }

    /**
     * A body that joins an agreement in force does so itself: a district of a county that made it, or a partner. A member from outside
     * the agreement's area would enlarge it, which is for a revision proposal.
     */
    private static Decision<AgreementEvent> join(
            Agreement.InForce inForce, AgreementCommand.JoinAgreement join, Consulted consulted, Act act) {
        Terms terms = inForce.terms();
        if (!act.body().equals(join.body()) || !act.in(Terms.officeOf(join.role()))) {
            return Decision.refuse(new NotOwnBody(join.body()));
        }
        Decision<AgreementEvent> decision = Parties.join(terms, join, consulted, act, inForce.signedOn());
        boolean enlarges = join.role() == PartyRole.MEMBER
                && !new Places(consulted).lies(new AreaCode(join.body().value()), terms.area());
        return enlarges && decision instanceof Decision.Accepted<AgreementEvent>
                ? Decision.refuse(new MemberOutsideArea(join.body(), terms.area(), "/body"))
                : decision;
    }

    private static Decision<AgreementEvent> designate(
            Agreement.InForce inForce, TargetId target, Consulted consulted, Act act) {
        Terms terms = inForce.terms();
        TargetStanding standing = standing(target, consulted);
        LocalDate agreedOn = standing.agreedOn();
        if (!terms.id().equals(standing.agreement())) {
            return Decision.refuse(new TargetOfAnotherAgreement(target, terms.id()));
        } else if (standing.kind() == TargetKind.STATUTORY) {
            return Decision.refuse(new StatutoryTargetNotDesignated(target));
        } else if (agreedOn == null || standing.withdrawn()) {
            return Decision.refuse(new TargetNotAgreed(target, standing.withdrawn()));
        } else if (inForce.designated().isDesignated(target)) {
            return Decision.refuse(new TargetAlreadyDesignated(target));
        }
        Refusal untimely = untimely(inForce, target, agreedOn, act);
        int limit = terms.rules().designatedTargetsMax();
        if (untimely != null) {
            return Decision.refuse(untimely);
        }
        return reaches(limit, inForce.designated(), consulted, act.on())
                ? Decision.refuse(
                        new DesignationLimitReached(limit, terms.rules().edition()))
                : Decision.accept(new AgreementEvent.TargetDesignated(terms.id(), target));
    }

    /** Targets that were taken out count no longer. Their streams are asked only where that can make a difference. */
    private static boolean reaches(int limit, Designated designated, Consulted consulted, LocalDate day) {
        return designated.mostFrom(day) >= limit
                && designated
                                .endedByRemovals(target -> standing(target, consulted))
                                .mostFrom(day)
                        >= limit;
    }

    private static TargetStanding standing(TargetId target, Consulted consulted) {
        return consulted.state(TargetStanding.FOLD, target.toString());
    }

    /**
     * What stands against the date of a designation. The window begins with the signing; for a target that was added to the agreement
     * in force, with the agreement of its trajectory, by which it was added.
     */
    private static @Nullable Refusal untimely(Agreement.InForce inForce, TargetId target, LocalDate agreedOn, Act act) {
        Terms terms = inForce.terms();
        LocalDate opens = Terms.later(inForce.signedOn(), agreedOn);
        LocalDate closes = Months.lastDay(opens, terms.rules().designationWindowMonths());
        LocalDate revokedOn = inForce.designated().lastRevoked(target).orElse(opens);
        if (act.on().isBefore(agreedOn)) {
            return new ActBeforeItsGround(act.on(), "the agreement of its trajectory", agreedOn);
        } else if (act.on().isBefore(opens) || act.on().isAfter(closes)) {
            return new DesignationWindowClosed(opens, closes, act.on());
        } else if (act.on().isBefore(revokedOn)) {
            return new ActBeforeItsGround(act.on(), "the revocation of its designation", revokedOn);
        }
        return terms.endedBefore(act);
    }

    private static Decision<AgreementEvent> revoke(
            Agreement.InForce inForce, TargetId target, Consulted consulted, Act act) {
        Designated.Designation designation =
                inForce.designated().standing(target).orElse(null);
        if (designation == null || standing(target, consulted).withdrawnBy(act.on())) {
            return Decision.refuse(new TargetNotDesignated(target));
        }
        Refusal untimely = act.on().isBefore(designation.from())
                ? new ActBeforeItsGround(act.on(), "the designation", designation.from())
                : inForce.terms().endedBefore(act);
        return Decision.unless(
                untimely,
                () -> new AgreementEvent.DesignationRevoked(inForce.terms().id(), target));
    }
}
