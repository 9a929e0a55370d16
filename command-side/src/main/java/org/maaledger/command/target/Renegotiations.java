package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.ActRefusal.AgreementNotInForce;
import org.maaledger.command.agreement.Terms;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.target.OfferRefusal.NotConcerned;
import org.maaledger.command.target.RenegotiationRefusal.NotApprover;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationClosed;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationConsentAlreadyGiven;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationOpen;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationUnchanged;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationUnknown;
import org.maaledger.command.target.TrajectoryRefusal.ConsentsMissing;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.Trajectory;

/** Decisions on changing an agreed target. */
final class Renegotiations {

    private Renegotiations() {}

    static Decision<TargetEvent> propose(
            Target.Agreed target, TargetCommand.RenegotiateTarget propose, Setting setting) {
        Target.Proposal proposal = target.proposal();
        Refusal refusal = againstProposing(target, setting);
        if (refusal == null) {
            refusal = againstCourse(target, propose.milestones(), setting);
        }
        if (refusal != null) {
            return Decision.refuse(refusal);
        }
        BodyId proposer = setting.act().body();
        List<BodyId> needed = setting.concerned(proposal).stream()
                .filter(body -> !body.equals(proposer))
                .toList();
        return Decision.accept(new TargetEvent.RenegotiationProposed(
                proposal.target(),
                target.renegotiations() + 1,
                new Trajectory(target.trajectory().version() + 1, baseline(target), propose.milestones()),
                propose.ground(),
                propose.explanation().ref(),
                setting.designated(),
                needed,
                proposer));
    }

    private static @Nullable Refusal againstProposing(Target.Agreed target, Setting setting) {
        Target.Renegotiation open = target.open();
        if (!setting.byNegotiator(target.proposal())) {
            return new NotConcerned(setting.act().body(), target.proposal().target());
        } else if (setting.signedOn() == null) {
            return new AgreementNotInForce(setting.terms().id());
        } else if (open != null) {
            return new RenegotiationOpen(open.number());
        }
        return setting.untimely(
                "the trajectory in force or the signing", Course.later(target.since(), setting.signedOn()));
    }

    /** The new course is told whole, so that its first milestone may be as early as that of the old one. */
    private static @Nullable Refusal againstCourse(Target.Agreed target, List<Milestone> milestones, Setting setting) {
        Terms terms = setting.terms();
        Trajectory inForce = target.trajectory();
        LocalDate firstBy = Course.later(
                inForce.milestones().getFirst().period().lastDay(),
                Course.withinYear(setting.act().on(), terms));
        if (milestones.equals(inForce.milestones())) {
            return new RenegotiationUnchanged();
        }
        Refusal refusal = Course.against(milestones, firstBy, terms);
        return refusal != null
                ? refusal
                : Course.againstDirection(target.proposal().polarity(), baseline(target), milestones);
    }

    /** The baseline as it is known now; it may have turned out, or been corrected, since the trajectory in force was agreed. */
    private static @Nullable Milestone baseline(Target.Agreed target) {
        Milestone known = target.start().baseline();
        return known == null ? target.trajectory().baseline() : known;
    }

    static Decision<TargetEvent> answer(Target.Agreed target, TargetCommand.OfRenegotiation answer, Setting setting) {
        Target.Proposal proposal = target.proposal();
        boolean minister = setting.act().in(Office.MINISTER);
        Target.Renegotiation open = target.open();
        if (!setting.byNegotiator(proposal) && !minister) {
            return Decision.refuse(new NotConcerned(setting.act().body(), proposal.target()));
        } else if (answer.renegotiation() < 1 || answer.renegotiation() > target.renegotiations()) {
            return Decision.refuse(new RenegotiationUnknown(answer.renegotiation()));
        } else if (open == null || answer.renegotiation() != open.number()) {
            return Decision.refuse(new RenegotiationClosed(answer.renegotiation()));
        }
        return switch (answer) {
            case TargetCommand.ConsentToRenegotiation ignored -> consent(target, open, setting);
            case TargetCommand.WithholdRenegotiationConsent withhold ->
                withhold(target, open, withhold.reason(), setting);
            case TargetCommand.ApproveRenegotiation ignored -> approve(target, open, setting);
            case TargetCommand.RefuseRenegotiation refuse -> refuse(target, open, refuse.reason(), setting);
        };
    }

    private static Decision<TargetEvent> consent(Target.Agreed target, Target.Renegotiation open, Setting setting) {
        Refusal refusal = againstAnswering(target, open, setting);
        BodyId body = setting.act().body();
        if (refusal == null && open.consents().containsKey(body)) {
            refusal = new RenegotiationConsentAlreadyGiven(body, open.number());
        }
        return refusal != null
                ? Decision.refuse(refusal)
                : Decision.accept(new TargetEvent.RenegotiationConsentGiven(
                        target.proposal().target(), open.number(), body));
    }

    private static Decision<TargetEvent> withhold(
            Target.Agreed target, Target.Renegotiation open, @Nullable FreeText reason, Setting setting) {
        Refusal refusal = againstAnswering(target, open, setting);
        return refusal != null
                ? Decision.refuse(refusal)
                : Decision.accept(new TargetEvent.RenegotiationConsentWithheld(
                        target.proposal().target(),
                        open.number(),
                        setting.act().body(),
                        reason == null ? null : reason.ref()));
    }

    private static @Nullable Refusal againstAnswering(
            Target.Agreed target, Target.Renegotiation open, Setting setting) {
        boolean asked = setting.terms().isOfParty(setting.act())
                && open.needed().contains(setting.act().body());
        return asked
                ? setting.untimely("the proposal of the change", open.on())
                : new NotConcerned(setting.act().body(), target.proposal().target());
    }

    private static Decision<TargetEvent> approve(Target.Agreed target, Target.Renegotiation open, Setting setting) {
        if (!mayApprove(setting, true)) {
            return Decision.refuse(new NotApprover(setting.designated()));
        }
        List<BodyId> missing = open.needed().stream()
                .filter(setting.terms()::hasParty)
                .filter(body -> !open.consents().containsKey(body))
                .toList();
        Refusal refusal = missing.isEmpty()
                ? setting.untimely("the proposal and the consents", open.settledOn())
                : new ConsentsMissing(missing);
        if (refusal == null) {
            refusal = Withdrawal.againstLock(setting);
        }
        return refusal != null
                ? Decision.refuse(refusal)
                : Decision.accept(new TargetEvent.RenegotiationApproved(
                        target.proposal().target(), open.number(), open.trajectory()));
    }

    private static Decision<TargetEvent> refuse(
            Target.Agreed target, Target.Renegotiation open, @Nullable FreeText reason, Setting setting) {
        Refusal refusal = mayApprove(setting, false)
                ? setting.untimely("the proposal of the change", open.on())
                : new NotApprover(setting.designated());
        return refusal != null
                ? Decision.refuse(refusal)
                : Decision.accept(new TargetEvent.RenegotiationRefused(
                        target.proposal().target(), open.number(), reason == null ? null : reason.ref()));
    }

    /**
     * The Secretary of State settles changes of designated targets; the Government Office those of local ones, which the responsible
     * authority may also put into force once all have consented.
     */
    private static boolean mayApprove(Setting setting, boolean approving) {
        if (setting.designated()) {
            return setting.act().in(Office.MINISTER);
        }
        return setting.byGovernmentOffice() || (approving && setting.byResponsibleAuthority());
    }
}
