package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.ActRefusal.AgreementNotInForce;
import org.maaledger.command.agreement.Terms;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.Rule;
import org.maaledger.command.target.OfferRefusal.NotConcerned;
import org.maaledger.command.target.RenegotiationRefusal.BaselineSinceAgainstChange;
import org.maaledger.command.target.RenegotiationRefusal.ConsentNotAsked;
import org.maaledger.command.target.RenegotiationRefusal.NotApprover;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationClosed;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationConsentAlreadyGiven;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationOpen;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationUnchanged;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationUnknown;
import org.maaledger.command.target.TrajectoryRefusal.ConsentsMissing;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.Trajectory;

/** Decisions on changing an agreed target. */
final class Renegotiations {

    private Renegotiations() {}

    static Decision<TargetEvent> propose(
            Target.Agreed target, TargetCommand.RenegotiateTarget propose, Setting setting, Consulted consulted) {
        Target.Proposal proposal = target.proposal();
        Trajectory inForce = target.trajectory();
        List<Milestone> milestones = propose.milestones();
        Refusal refusal = Rule.first(
                () -> againstProposing(target, setting),
                () -> againstCourse(target, milestones, setting),
                () -> Course.againstMeasuring(proposal, inForce.milestones(), milestones, setting, consulted));
        return Decision.unless(
                refusal,
                () -> new TargetEvent.RenegotiationProposed(
                        proposal.target(),
                        target.renegotiations() + 1,
                        new Trajectory(inForce.version() + 1, baseline(target), milestones),
                        propose.ground(),
                        propose.explanation().ref(),
                        setting.designated(),
                        ConsentsToChange.asked(proposal, setting),
                        setting.act().body()));
    }

    static Decision<TargetEvent> propose(
            Target.Agreed target, TargetCommand.ProposeWithdrawal propose, Setting setting) {
        return Decision.unless(
                againstProposing(target, setting),
                () -> new TargetEvent.WithdrawalProposed(
                        target.proposal().target(),
                        target.renegotiations() + 1,
                        propose.reason().ref(),
                        setting.designated(),
                        ConsentsToChange.asked(target.proposal(), setting),
                        setting.act().body()));
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
        return Rule.first(
                () -> milestones.equals(inForce.milestones()) ? new RenegotiationUnchanged() : null,
                () -> Course.against(milestones, firstBy, terms),
                () -> Course.againstClosed(inForce, milestones, setting.act().on()),
                () -> Course.againstDirection(target.proposal().polarity(), baseline(target), milestones));
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
        BodyId body = setting.act().body();
        Refusal refusal = Rule.first(
                () -> againstAnswering(target, open, setting),
                () -> open.answers().isConsent(body)
                        ? new RenegotiationConsentAlreadyGiven(body, open.number())
                        : null);
        return Decision.unless(
                refusal,
                () -> new TargetEvent.RenegotiationConsentGiven(
                        target.proposal().target(), open.number(), body));
    }

    private static Decision<TargetEvent> withhold(
            Target.Agreed target, Target.Renegotiation open, @Nullable FreeText reason, Setting setting) {
        return Decision.unless(
                againstAnswering(target, open, setting),
                () -> new TargetEvent.RenegotiationConsentWithheld(
                        target.proposal().target(),
                        open.number(),
                        setting.act().body(),
                        reason == null ? null : reason.ref()));
    }

    private static @Nullable Refusal againstAnswering(
            Target.Agreed target, Target.Renegotiation open, Setting setting) {
        BodyId body = setting.act().body();
        List<BodyId> needed = ConsentsToChange.needed(target.proposal(), open, setting);
        boolean asked = setting.terms().isOfParty(setting.act()) && needed.contains(body);
        return asked
                ? setting.untimely(
                        "the proposal of the change or the body's own last answer",
                        open.answers().lastOf(body, open.on()))
                : new ConsentNotAsked(body, open.number(), needed);
    }

    private static Decision<TargetEvent> approve(Target.Agreed target, Target.Renegotiation open, Setting setting) {
        Target.Proposal proposal = target.proposal();
        return switch (open.change()) {
            case Target.Change.OfCourse(Trajectory trajectory) -> {
                Refusal refusal = Rule.first(
                        () -> againstApproving(target, open, setting), () -> againstBaselineSince(target, trajectory));
                yield Decision.unless(
                        refusal,
                        () -> new TargetEvent.RenegotiationApproved(proposal.target(), open.number(), trajectory));
            }
            case Target.Change.Removal(TextRef reason) ->
                Decision.unless(
                        againstApproving(target, open, setting),
                        () -> new TargetEvent.TargetWithdrawn(proposal.target(), reason, open.number()));
        };
    }

    private static @Nullable Refusal againstApproving(
            Target.Agreed target, Target.Renegotiation open, Setting setting) {
        if (!mayApprove(setting, true)) {
            return new NotApprover(setting.designated());
        }
        List<BodyId> needed = ConsentsToChange.needed(target.proposal(), open, setting);
        List<BodyId> missing = open.answers().missing(needed).stream()
                .filter(body -> !setting.byResponsibleAuthority()
                        || !body.equals(setting.act().body()))
                .toList();
        return Rule.first(
                () -> missing.isEmpty() ? null : new ConsentsMissing(missing),
                () -> setting.untimely(
                        "the proposal and the consents", open.answers().lastConsent(open.on())),
                () -> Withdrawal.againstLock(target, setting));
    }

    /** The baseline may have been set or corrected while the change was consented to. */
    private static @Nullable Refusal againstBaselineSince(Target.Agreed target, Trajectory trajectory) {
        Milestone baseline = baseline(target);
        Polarity polarity = target.proposal().polarity();
        return baseline == null || Course.improves(polarity, baseline, trajectory.target())
                ? null
                : new BaselineSinceAgainstChange(
                        polarity, baseline.value(), trajectory.target().value());
    }

    private static Decision<TargetEvent> refuse(
            Target.Agreed target, Target.Renegotiation open, @Nullable FreeText reason, Setting setting) {
        Refusal refusal = mayApprove(setting, false)
                ? setting.untimely("the proposal of the change", open.on())
                : new NotApprover(setting.designated());
        return Decision.unless(
                refusal,
                () -> new TargetEvent.RenegotiationRefused(
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
