package org.maaledger.command.target;

import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.target.OfferRefusal.NotConcerned;
import org.maaledger.command.target.TrajectoryRefusal.BaselineKnown;
import org.maaledger.command.target.TrajectoryRefusal.BaselineNotBeforeTarget;
import org.maaledger.command.target.TrajectoryRefusal.BaselineUnchanged;
import org.maaledger.command.target.TrajectoryRefusal.GapDateOutside;
import org.maaledger.command.target.TrajectoryRefusal.OwnerNotParty;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;

/** Decisions on where the course begins. */
final class Starts {

    private Starts() {}

    /** A baseline is a measured fact: it may also turn out after the trajectory was agreed, which keeps the one it has. */
    static Decision<TargetEvent> set(
            Target.Proposal proposal,
            Target.Start start,
            Milestone target,
            TargetCommand.SetBaseline set,
            Setting setting) {
        Refusal refusal = setting.byNegotiator(proposal)
                ? setting.untimely("the proposal", proposal.proposedOn())
                : new NotConcerned(setting.act().body(), proposal.target());
        if (refusal == null
                && !set.baseline().period().lastDay().isBefore(target.period().lastDay())) {
            refusal = new BaselineNotBeforeTarget(set.baseline().period(), target.period());
        }
        if (refusal == null && set.baseline().equals(start.baseline())) {
            refusal = new BaselineUnchanged();
        }
        return refusal != null
                ? Decision.refuse(refusal)
                : Decision.accept(new TargetEvent.BaselineSet(proposal.target(), set.baseline(), set.source()));
    }

    static Decision<TargetEvent> declareGap(
            Target.Proposal proposal, Target.Start start, TargetCommand.DeclareGap gap, Setting setting) {
        Refusal refusal = setting.byNegotiator(proposal)
                ? setting.untimely("the proposal", proposal.proposedOn())
                : new NotConcerned(setting.act().body(), proposal.target());
        if (refusal == null && start.baseline() != null) {
            refusal = new BaselineKnown();
        }
        if (refusal == null && !setting.terms().hasParty(gap.owner())) {
            refusal = new OwnerNotParty(gap.owner());
        }
        boolean ahead = gap.fillBy().isAfter(setting.act().on())
                && !gap.fillBy().isAfter(setting.terms().to());
        if (refusal == null && !ahead) {
            refusal = new GapDateOutside(
                    gap.fillBy(), setting.act().on(), setting.terms().to());
        }
        return refusal != null
                ? Decision.refuse(refusal)
                : Decision.accept(new TargetEvent.BaselineGapDeclared(
                        proposal.target(),
                        gap.owner(),
                        gap.fillBy(),
                        gap.reason().ref()));
    }
}
