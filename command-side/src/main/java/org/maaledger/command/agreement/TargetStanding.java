package org.maaledger.command.agreement;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Fold;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetKind;

/**
 * What an agreement must know of a target to designate it, and to count it among the designated ones.
 *
 * @param agreement whose target it is, absent while nothing was proposed
 * @param agreedOn the date its trajectory was agreed, absent before
 * @param withdrawnOn the date from which it is no target any more, absent while it is one
 */
public record TargetStanding(
        @Nullable AgreementId agreement,
        @Nullable TargetKind kind,
        @Nullable LocalDate agreedOn,
        @Nullable LocalDate withdrawnOn) {

    /** Folds the events of a target. */
    public static final Fold<TargetStanding> FOLD = Fold.of(
            "target-standing", new TargetStanding(null, null, null, null), TargetEvent.class, TargetStanding::after);

    /** Whether it was taken out. */
    boolean withdrawn() {
        return withdrawnOn != null;
    }

    /** Whether it was taken out on {@code day} or before. */
    boolean withdrawnBy(LocalDate day) {
        return withdrawnOn != null && !withdrawnOn.isAfter(day);
    }

    private TargetStanding after(TargetEvent event, LocalDate actedOn) {
        return switch (event) {
            case TargetEvent.TargetProposed proposed ->
                new TargetStanding(proposed.agreement(), proposed.kind(), null, null);
            case TargetEvent.TrajectoryAgreed ignored -> new TargetStanding(agreement, kind, actedOn, withdrawnOn);
            case TargetEvent.TargetWithdrawn ignored -> new TargetStanding(agreement, kind, agreedOn, actedOn);
            // How it was negotiated, and from where its course begins, makes no difference to its designation.
            case TargetEvent.TargetCounterProposed ignored -> this;
            case TargetEvent.ConsentGiven ignored -> this;
            case TargetEvent.ConsentWithheld ignored -> this;
            case TargetEvent.BaselineSet ignored -> this;
            case TargetEvent.BaselineGapDeclared ignored -> this;
            // A renegotiated target stays agreed.
            case TargetEvent.RenegotiationProposed ignored -> this;
            case TargetEvent.WithdrawalProposed ignored -> this;
            case TargetEvent.RenegotiationConsentGiven ignored -> this;
            case TargetEvent.RenegotiationConsentWithheld ignored -> this;
            case TargetEvent.RenegotiationApproved ignored -> this;
            case TargetEvent.RenegotiationRefused ignored -> this;
        };
    }
}
