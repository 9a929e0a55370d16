package org.maaledger.kernel.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.Shape;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.reading.SeriesId;

/** What can happen to a target. The date of each act and who acted are in its envelope. */
public sealed interface TargetEvent extends LedgerEvent {

    TargetId target();

    @Override
    default String stream() {
        return target().toString();
    }

    /**
     * A target was proposed, with the first offer.
     *
     * @param series what it is measured by: indicator, area and group
     * @param definitionVersion the version of the indicator's definition that the target is bound to
     * @param polarity the better direction under that definition
     * @param relatesTo the bodies it relates to, each of which must consent (2007 Act, s.106)
     * @param offer the value offered, and the period it is to be reached in
     */
    record TargetProposed(
            TargetId target,
            AgreementId agreement,
            TargetKind kind,
            SeriesId series,
            int definitionVersion,
            String unit,
            Polarity polarity,
            List<BodyId> relatesTo,
            BodyId proposedBy,
            Milestone offer)
            implements TargetEvent {
        public TargetProposed {
            relatesTo = Shape.distinct("bodies the target relates to", 1, 200, relatesTo);
        }
    }

    /**
     * Another value or period was offered; consents to earlier offers do not count for it.
     *
     * @param offerNumber 2 for the first counter-offer
     */
    record TargetCounterProposed(TargetId target, int offerNumber, Milestone offer, BodyId proposedBy)
            implements TargetEvent {}

    /** A party consented to an offer. */
    record ConsentGiven(TargetId target, int offerNumber, BodyId body) implements TargetEvent {}

    /** A party refused an offer; the reason lies in the vault. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ConsentWithheld(
            TargetId target,
            int offerNumber,
            BodyId body,
            @Nullable TextRef reason) implements TargetEvent {}

    /** Where the course begins was established. A later one corrects the earlier; trajectories agreed before keep theirs. */
    record BaselineSet(TargetId target, Milestone baseline, SourceRef source) implements TargetEvent {}

    /** The baseline is missing, and it is agreed by when it will be there. */
    record BaselineGapDeclared(TargetId target, BodyId owner, LocalDate fillBy, TextRef reason)
            implements TargetEvent {}

    /**
     * The trajectory was agreed: "a contract" against which progress is reviewed.
     *
     * @param explanation why the course goes back on its way, where it does; the text lies in the vault
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrajectoryAgreed(
            TargetId target,
            Trajectory trajectory,
            @Nullable TextRef explanation) implements TargetEvent {

        /** A course that needs no explanation. */
        public TrajectoryAgreed(TargetId target, Trajectory trajectory) {
            this(target, trajectory, null);
        }
    }

    /**
     * The target was taken out of the negotiation or the agreement; its history stays.
     *
     * @param renegotiation the renegotiation in which its removal was agreed, where there was one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TargetWithdrawn(
            TargetId target,
            @Nullable TextRef reason,
            @Nullable Integer renegotiation) implements TargetEvent {

        /** Taken out by who may do so alone. */
        public TargetWithdrawn(TargetId target, @Nullable TextRef reason) {
            this(target, reason, null);
        }
    }

    /**
     * A change of an agreed target was proposed (2007 Act, s.111: a revision proposal).
     *
     * @param renegotiation 1 for the first renegotiation of the target
     * @param trajectory what would be in force if it is approved
     * @param designated whether the target was designated when the change was proposed, and so needs approval by the Minister
     * @param consentsNeeded the bodies that must consent before it can be approved
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RenegotiationProposed(
            TargetId target,
            int renegotiation,
            Trajectory trajectory,
            RenegotiationGround ground,
            TextRef explanation,
            boolean designated,
            List<BodyId> consentsNeeded,
            BodyId proposedBy)
            implements TargetEvent {
        public RenegotiationProposed {
            consentsNeeded = Shape.distinct("bodies that must consent", 0, 200, consentsNeeded);
        }
    }

    /**
     * The removal of an agreed target was proposed (2007 Act, ss.110 to 112). It is one of the renegotiations of the target: parties
     * consent to it, and it is approved or refused, as any other; approved, the target is withdrawn.
     *
     * @param renegotiation 1 for the first renegotiation of the target
     * @param reason why; the text lies in the vault
     * @param designated whether the target was designated when its removal was proposed, and so needs approval by the Minister
     * @param consentsNeeded the bodies that must consent before it can be approved
     */
    record WithdrawalProposed(
            TargetId target,
            int renegotiation,
            TextRef reason,
            boolean designated,
            List<BodyId> consentsNeeded,
            BodyId proposedBy)
            implements TargetEvent {
        public WithdrawalProposed {
            consentsNeeded = Shape.distinct("bodies that must consent", 0, 200, consentsNeeded);
        }
    }

    /** A party consented to a renegotiation. */
    record RenegotiationConsentGiven(TargetId target, int renegotiation, BodyId body) implements TargetEvent {}

    /** A party refused a renegotiation; the reason lies in the vault. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RenegotiationConsentWithheld(
            TargetId target,
            int renegotiation,
            BodyId body,
            @Nullable TextRef reason) implements TargetEvent {}

    /**
     * A renegotiation was approved: its trajectory is in force from the date of the act, and the earlier one stays in force for
     * the time before it.
     */
    record RenegotiationApproved(TargetId target, int renegotiation, Trajectory trajectory) implements TargetEvent {}

    /** A renegotiation was refused; the trajectory in force stays. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RenegotiationRefused(
            TargetId target, int renegotiation, @Nullable TextRef reason) implements TargetEvent {}
}
