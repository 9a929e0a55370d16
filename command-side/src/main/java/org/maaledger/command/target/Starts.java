package org.maaledger.command.target;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.Rule;
import org.maaledger.command.target.StartRefusal.BaselineAgainstTrajectory;
import org.maaledger.command.target.StartRefusal.BaselineAgreed;
import org.maaledger.command.target.StartRefusal.BaselineInTheFuture;
import org.maaledger.command.target.StartRefusal.BaselineKnown;
import org.maaledger.command.target.StartRefusal.BaselineNotBeforeTarget;
import org.maaledger.command.target.StartRefusal.BaselineUnchanged;
import org.maaledger.command.target.StartRefusal.GapDateOutside;
import org.maaledger.command.target.StartRefusal.OwnerNotParty;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;

/** Decisions on where the course begins. */
final class Starts {

    private Starts() {}

    /** The baseline of a target that is still negotiated: it may turn out anywhere, and the offer will have to be better. */
    static Decision<TargetEvent> set(Target.Negotiating target, TargetCommand.SetBaseline set, Setting setting) {
        Refusal refusal = Rule.first(
                () -> againstActing(target.proposal(), setting),
                () -> against(target.start(), target.offer().milestone(), set, setting));
        return set(refusal, target.proposal(), set);
    }

    /**
     * The baseline that fills a declared gap after the trajectory was agreed. A trajectory is agreed with its baseline, so one that has
     * a baseline keeps it, and only an approved renegotiation changes what is aimed for. None is set from which the agreed target would
     * be no improvement, for then the target must be renegotiated first. That the course now goes back on its way to the target is
     * nobody's fault, and allowed.
     */
    static Decision<TargetEvent> set(Target.Agreed target, TargetCommand.SetBaseline set, Setting setting) {
        Milestone first = target.trajectory().milestones().getFirst();
        Milestone last = target.trajectory().target();
        Polarity polarity = target.proposal().polarity();
        Refusal refusal = Rule.first(
                () -> againstActing(target.proposal(), setting),
                () -> againstReplacing(target, set.baseline()),
                () -> setting.untimely("the agreement of the trajectory", target.since()),
                () -> against(target.start(), first, set, setting),
                () -> Course.improves(polarity, set.baseline(), last)
                        ? null
                        : new BaselineAgainstTrajectory(polarity, set.baseline().value(), last.value()));
        return set(refusal, target.proposal(), set);
    }

    private static @Nullable Refusal againstReplacing(Target.Agreed target, Milestone baseline) {
        Milestone known = target.start().baseline();
        return known == null || known.equals(baseline) ? null : new BaselineAgreed(known);
    }

    private static Decision<TargetEvent> set(
            @Nullable Refusal refusal, Target.Proposal proposal, TargetCommand.SetBaseline set) {
        return Decision.unless(
                refusal, () -> new TargetEvent.BaselineSet(proposal.target(), set.baseline(), set.source()));
    }

    private static @Nullable Refusal againstActing(Target.Proposal proposal, Setting setting) {
        return Rule.first(
                () -> setting.againstStranger(proposal), () -> setting.untimely("the proposal", proposal.proposedOn()));
    }

    /** @param next the first milestone that is to follow the baseline */
    private static @Nullable Refusal against(
            Target.Start start, Milestone next, TargetCommand.SetBaseline set, Setting setting) {
        ReportingPeriod period = set.baseline().period();
        if (!Course.endsBefore(set.baseline(), next)) {
            return new BaselineNotBeforeTarget(period, next.period(), "/baseline/period");
        } else if (period.start().isAfter(setting.act().on())) {
            return new BaselineInTheFuture(period, setting.act().on());
        }
        return set.baseline().equals(start.baseline()) ? new BaselineUnchanged() : null;
    }

    static Decision<TargetEvent> declareGap(
            Target.Proposal proposal, Target.Start start, TargetCommand.DeclareGap gap, Setting setting) {
        Refusal refusal = Rule.first(
                () -> againstActing(proposal, setting),
                () -> start.baseline() == null ? null : new BaselineKnown(),
                () -> setting.terms().hasParty(gap.owner())
                        ? setting.beforeJoining(gap.owner())
                        : new OwnerNotParty(gap.owner()),
                () -> againstDate(
                        gap.fillBy(), setting.act().on(), setting.terms().to()));
        return Decision.unless(
                refusal,
                () -> new TargetEvent.BaselineGapDeclared(
                        proposal.target(),
                        gap.owner(),
                        gap.fillBy(),
                        gap.reason().ref()));
    }

    /** A gap is filled after it is declared, and within the agreement's period. */
    private static @Nullable Refusal againstDate(LocalDate fillBy, LocalDate on, LocalDate to) {
        return fillBy.isAfter(on) && !fillBy.isAfter(to) ? null : new GapDateOutside(fillBy, on, to);
    }
}
