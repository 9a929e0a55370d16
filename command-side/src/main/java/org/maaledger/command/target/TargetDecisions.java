package org.maaledger.command.target;

import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.target.OfferRefusal.TargetAlreadyAgreed;
import org.maaledger.command.target.OfferRefusal.TargetAlreadyProposed;
import org.maaledger.command.target.OfferRefusal.TargetIsWithdrawn;
import org.maaledger.command.target.OfferRefusal.TargetNotYetAgreed;
import org.maaledger.command.target.OfferRefusal.TargetUnknown;
import org.maaledger.kernel.target.TargetEvent;

/** Which decision a command needs in which state. */
final class TargetDecisions {

    private TargetDecisions() {}

    static Decision<TargetEvent> decide(Target target, TargetCommand command, Consulted consulted, Act act) {
        return switch (target) {
            case Target.Unproposed ignored ->
                command instanceof TargetCommand.ProposeTarget propose
                        ? Negotiation.propose(propose, consulted, act)
                        : Decision.refuse(new TargetUnknown(command.targetId()));
            case Target.Proposed proposed -> ofProposed(proposed, command, consulted, act);
        };
    }

    /** Who may not know of the agreement does not learn that there is such a target. */
    private static Decision<TargetEvent> ofProposed(
            Target.Proposed target, TargetCommand command, Consulted consulted, Act act) {
        Target.Proposal proposal = target.proposal();
        Setting setting = Setting.of(proposal.agreement(), proposal.target(), consulted, act);
        if (setting == null) {
            return Decision.refuse(new TargetUnknown(proposal.target()));
        }
        return switch (target) {
            case Target.Negotiating negotiating -> negotiating(negotiating, command, setting, consulted);
            case Target.Agreed agreed -> agreed(agreed, command, setting, consulted);
            case Target.Withdrawn ignored ->
                Decision.refuse(notHis(setting, proposal, new TargetIsWithdrawn(proposal.target())));
        };
    }

    private static Decision<TargetEvent> negotiating(
            Target.Negotiating target, TargetCommand command, Setting setting, Consulted consulted) {
        Target.Proposal proposal = target.proposal();
        return switch (command) {
            case TargetCommand.ProposeTarget ignored ->
                Decision.refuse(notHis(setting, proposal, new TargetAlreadyProposed(proposal.target())));
            case TargetCommand.CounterPropose counter -> Negotiation.counter(target, counter, setting, consulted);
            case TargetCommand.ConsentToTarget consent -> Negotiation.consent(target, consent, setting);
            case TargetCommand.WithholdConsent withhold -> Negotiation.withhold(target, withhold, setting);
            case TargetCommand.SetBaseline set -> Starts.set(target, set, setting);
            case TargetCommand.DeclareGap gap -> Starts.declareGap(proposal, target.start(), gap, setting);
            case TargetCommand.AgreeTrajectory agree -> Course.agree(target, agree, setting, consulted);
            case TargetCommand.WithdrawTarget withdraw -> Withdrawal.ofProposal(target, withdraw, setting);
            case TargetCommand.RenegotiateTarget ignored -> notYet(setting, proposal);
            case TargetCommand.ProposeWithdrawal ignored -> notYet(setting, proposal);
            case TargetCommand.OfRenegotiation ignored -> notYet(setting, proposal);
        };
    }

    private static Decision<TargetEvent> agreed(
            Target.Agreed target, TargetCommand command, Setting setting, Consulted consulted) {
        Target.Proposal proposal = target.proposal();
        return switch (command) {
            case TargetCommand.ProposeTarget ignored ->
                Decision.refuse(notHis(setting, proposal, new TargetAlreadyProposed(proposal.target())));
            case TargetCommand.CounterPropose ignored -> already(setting, proposal);
            case TargetCommand.ConsentToTarget ignored -> already(setting, proposal);
            case TargetCommand.WithholdConsent ignored -> already(setting, proposal);
            case TargetCommand.AgreeTrajectory ignored -> already(setting, proposal);
            case TargetCommand.SetBaseline set -> Starts.set(target, set, setting);
            case TargetCommand.DeclareGap gap -> Starts.declareGap(proposal, target.start(), gap, setting);
            case TargetCommand.WithdrawTarget withdraw -> Withdrawal.ofAgreed(target, withdraw, setting);
            case TargetCommand.RenegotiateTarget propose -> Renegotiations.propose(target, propose, setting, consulted);
            case TargetCommand.ProposeWithdrawal propose -> Renegotiations.propose(target, propose, setting);
            case TargetCommand.OfRenegotiation answer -> Renegotiations.answer(target, answer, setting);
        };
    }

    private static Decision<TargetEvent> already(Setting setting, Target.Proposal proposal) {
        return Decision.refuse(notHis(setting, proposal, new TargetAlreadyAgreed(proposal.target())));
    }

    private static Decision<TargetEvent> notYet(Setting setting, Target.Proposal proposal) {
        return Decision.refuse(notHis(setting, proposal, new TargetNotYetAgreed(proposal.target())));
    }

    /** Who has no part in the target hears that first, and {@code otherwise} only those who have. */
    private static Refusal notHis(Setting setting, Target.Proposal proposal, Refusal otherwise) {
        Refusal stranger = setting.againstStranger(proposal);
        return stranger == null ? otherwise : stranger;
    }
}
