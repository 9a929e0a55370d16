package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.agreement.PartyRefusal.NotResponsibleAuthority;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.Months;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.Rule;
import org.maaledger.command.target.OfferRefusal.NotConcerned;
import org.maaledger.command.target.RenegotiationRefusal.LocalChangeLocked;
import org.maaledger.command.target.RenegotiationRefusal.ReasonMissing;
import org.maaledger.command.target.RenegotiationRefusal.RenegotiationOpen;
import org.maaledger.command.target.RenegotiationRefusal.TargetIsDesignated;
import org.maaledger.command.target.RenegotiationRefusal.WithdrawalConcernsOthers;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetEvent;

/** Decisions on taking a target out. */
final class Withdrawal {

    private Withdrawal() {}

    /** While it is negotiated, who proposed it, the responsible authority or the Government Office may drop it. */
    static Decision<TargetEvent> ofProposal(
            Target.Negotiating target, TargetCommand.WithdrawTarget withdraw, Setting setting) {
        Target.Proposal proposal = target.proposal();
        boolean proposer =
                setting.terms().isOfParty(setting.act()) && setting.act().body().equals(proposal.proposedBy());
        Refusal refusal = Rule.first(
                () -> proposer ? null : againstWithdrawer(proposal, setting),
                () -> setting.untimely(
                        "the offer or an answer to it",
                        target.answers().last(target.offer().on())));
        return withdrawn(refusal, proposal, withdraw.reason());
    }

    /**
     * Once its trajectory is agreed. In a draft nothing binds yet, so the responsible authority or the Government Office still drops
     * it. In an agreement in force it is the responsible authority that removes a target, with the consent of each party it relates
     * to (2007 Act, s.110): where that is nobody else it does so here; where others are concerned it proposes the withdrawal, to which
     * they consent.
     */
    static Decision<TargetEvent> ofAgreed(
            Target.Agreed target, TargetCommand.WithdrawTarget withdraw, Setting setting) {
        Refusal refusal = Rule.first(
                () -> setting.signedOn() == null
                        ? againstWithdrawer(target.proposal(), setting)
                        : againstRemoval(target, setting),
                () -> setting.untimely("the agreement of the trajectory", target.since()),
                () -> againstLock(target, setting),
                () -> withdraw.reason() == null ? new ReasonMissing() : null);
        return withdrawn(refusal, target.proposal(), withdraw.reason());
    }

    private static @Nullable Refusal againstWithdrawer(Target.Proposal proposal, Setting setting) {
        return setting.byResponsibleAuthority() || setting.byGovernmentOffice()
                ? null
                : new NotConcerned(setting.act().body(), proposal.target());
    }

    private static @Nullable Refusal againstRemoval(Target.Agreed target, Setting setting) {
        Target.Proposal proposal = target.proposal();
        Target.Renegotiation open = target.open();
        BodyId responsible = setting.terms().responsibleAuthority();
        List<BodyId> others = setting.concerned(proposal).stream()
                .filter(body -> !body.equals(responsible))
                .toList();
        if (!setting.byNegotiator(proposal)) {
            return new NotConcerned(setting.act().body(), proposal.target());
        } else if (setting.designated()) {
            return new TargetIsDesignated(proposal.target());
        } else if (!others.isEmpty()) {
            return new WithdrawalConcernsOthers(others);
        } else if (!setting.byResponsibleAuthority()) {
            return new NotResponsibleAuthority(responsible);
        }
        return open == null ? null : new RenegotiationOpen(open.number());
    }

    /**
     * A target that is not designated stays as it is for a time after the signing, or after it was added to the agreement in force: for
     * so long it may still be designated.
     */
    static @Nullable Refusal againstLock(Target.Agreed target, Setting setting) {
        LocalDate signedOn = setting.signedOn();
        if (signedOn == null || setting.designated()) {
            return null;
        }
        boolean unchanged = target.trajectory().version() == 1;
        LocalDate begin = unchanged ? Course.later(signedOn, target.since()) : signedOn;
        LocalDate last = Months.lastDay(begin, setting.terms().rules().localChangeLockMonths());
        return setting.act().on().isAfter(last) ? null : new LocalChangeLocked(begin, last.plusDays(1));
    }

    private static Decision<TargetEvent> withdrawn(
            @Nullable Refusal refusal, Target.Proposal proposal, @Nullable FreeText reason) {
        return Decision.unless(
                refusal,
                () -> new TargetEvent.TargetWithdrawn(proposal.target(), reason == null ? null : reason.ref()));
    }
}
