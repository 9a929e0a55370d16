package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.target.OfferRefusal.NotConcerned;
import org.maaledger.command.target.RenegotiationRefusal.LocalChangeLocked;
import org.maaledger.command.target.RenegotiationRefusal.ReasonMissing;
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
        Refusal refusal = proposer || setting.byResponsibleAuthority() || setting.byGovernmentOffice()
                ? setting.untimely("the offer", target.offer().on())
                : new NotConcerned(setting.act().body(), proposal.target());
        return refusal != null ? Decision.refuse(refusal) : withdrawn(proposal, withdraw.reason());
    }

    /**
     * Once agreed, a target is removed by the responsible authority with the consent of each partner it relates to (2007 Act,
     * s.110). Where it relates to others, the Government Office, before which their consents are put, withdraws it.
     */
    static Decision<TargetEvent> ofAgreed(
            Target.Agreed target, TargetCommand.WithdrawTarget withdraw, Setting setting) {
        Target.Proposal proposal = target.proposal();
        if (!setting.byResponsibleAuthority() && !setting.byGovernmentOffice()) {
            return Decision.refuse(new NotConcerned(setting.act().body(), proposal.target()));
        } else if (setting.designated()) {
            return Decision.refuse(new TargetIsDesignated(proposal.target()));
        }
        List<BodyId> others = setting.concerned(proposal).stream()
                .filter(body -> !body.equals(setting.terms().responsibleAuthority()))
                .toList();
        if (!others.isEmpty() && !setting.byGovernmentOffice()) {
            return Decision.refuse(new WithdrawalConcernsOthers(others));
        }
        Refusal refusal = setting.untimely("the agreement of the trajectory", target.since());
        if (refusal == null) {
            refusal = againstLock(setting);
        }
        if (refusal == null && withdraw.reason() == null) {
            refusal = new ReasonMissing();
        }
        return refusal != null ? Decision.refuse(refusal) : withdrawn(proposal, withdraw.reason());
    }

    /** A target that is not designated stays as it is for a time after the signing. */
    static @Nullable Refusal againstLock(Setting setting) {
        LocalDate signedOn = setting.signedOn();
        if (signedOn == null || setting.designated()) {
            return null;
        }
        LocalDate free = signedOn.plusMonths(setting.terms().rules().localChangeLockMonths());
        return setting.act().on().isBefore(free) ? new LocalChangeLocked(signedOn, free) : null;
    }

    private static Decision<TargetEvent> withdrawn(Target.Proposal proposal, @Nullable FreeText reason) {
        return Decision.accept(
                new TargetEvent.TargetWithdrawn(proposal.target(), reason == null ? null : reason.ref()));
    }
}
