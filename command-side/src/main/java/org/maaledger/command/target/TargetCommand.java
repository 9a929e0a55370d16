package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.AtLeastOne;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.FromAddress;
import org.maaledger.command.decision.IdOfNew;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.kernel.Shape;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetId;

/** What can be asked of a target. */
public sealed interface TargetCommand extends LedgerCommand {

    /** The name under which these commands reach their aggregate. */
    String FAMILY = "target";

    TargetId targetId();

    @Override
    default String family() {
        return FAMILY;
    }

    @Override
    default String stream() {
        return targetId().toString();
    }

    /** A command that answers or settles one renegotiation of the target. */
    sealed interface OfRenegotiation extends TargetCommand {

        /** 1 for the first renegotiation of the target. */
        int renegotiation();
    }

    /**
     * Proposes a target, with the first offer, to which the proposer thereby consents.
     *
     * @param group the part of the population that is measured; everybody where it is absent
     * @param relatesTo the parties whose functions it concerns, each of which must consent
     * @param offer the value, and the period in which it is to be reached
     */
    record ProposeTarget(
            @IdOfNew TargetId targetId,
            @FromAddress AgreementId agreementId,
            IndicatorCode indicator,
            AreaCode area,
            @Nullable GroupCode group,
            @AtLeastOne List<BodyId> relatesTo,
            Milestone offer,
            @Nullable LocalDate actedOn)
            implements TargetCommand {
        public ProposeTarget {
            relatesTo = Shape.distinct("relatesTo", 1, 200, relatesTo);
        }
    }

    /** Offers another value or period; consents to earlier offers do not count for it. */
    record CounterPropose(
            @FromAddress TargetId targetId,
            Milestone offer,
            @Nullable LocalDate actedOn) implements TargetCommand {}

    /** Consents to the current offer, which is named so that nobody consents to another than the one they saw. */
    record ConsentToTarget(
            @FromAddress TargetId targetId,
            int offerNumber,
            @Nullable LocalDate actedOn) implements TargetCommand {}

    /** Refuses the current offer. */
    record WithholdConsent(
            @FromAddress TargetId targetId,
            int offerNumber,
            @Nullable FreeText reason,
            @Nullable LocalDate actedOn) implements TargetCommand {
        @Override
        public List<FreeText> texts() {
            return reason == null ? List.of() : List.of(reason);
        }
    }

    /** Sets where the course begins; said again, it corrects what was said before. */
    record SetBaseline(
            @FromAddress TargetId targetId,
            Milestone baseline,
            SourceRef source,
            @Nullable LocalDate actedOn) implements TargetCommand {}

    /** States that the baseline is missing, who will provide it and by when. */
    record DeclareGap(
            @FromAddress TargetId targetId,
            BodyId owner,
            LocalDate fillBy,
            FreeText reason,
            @Nullable LocalDate actedOn)
            implements TargetCommand {
        @Override
        public List<FreeText> texts() {
            return List.of(reason);
        }
    }

    /**
     * Agrees the trajectory: the milestones in their order, of which the last is the target.
     *
     * @param explanation why the course goes back on its way, needed where it does
     */
    record AgreeTrajectory(
            @FromAddress TargetId targetId,
            @AtLeastOne List<Milestone> milestones,
            @Nullable FreeText explanation,
            @Nullable LocalDate actedOn)
            implements TargetCommand {
        public AgreeTrajectory {
            milestones = Shape.distinct("milestones", 1, 60, milestones);
        }

        @Override
        public List<FreeText> texts() {
            return explanation == null ? List.of() : List.of(explanation);
        }
    }

    /** Takes the target out of the negotiation or, where that concerns nobody else, out of the agreement. */
    record WithdrawTarget(
            @FromAddress TargetId targetId,
            @Nullable FreeText reason,
            @Nullable LocalDate actedOn) implements TargetCommand {
        @Override
        public List<FreeText> texts() {
            return reason == null ? List.of() : List.of(reason);
        }
    }

    /**
     * Proposes a change of an agreed target.
     *
     * @param milestones what would be in force if it is approved
     * @param explanation why, in full
     */
    record RenegotiateTarget(
            @FromAddress TargetId targetId,
            @AtLeastOne List<Milestone> milestones,
            RenegotiationGround ground,
            FreeText explanation,
            @Nullable LocalDate actedOn)
            implements TargetCommand {
        public RenegotiateTarget {
            milestones = Shape.distinct("milestones", 1, 60, milestones);
        }

        @Override
        public List<FreeText> texts() {
            return List.of(explanation);
        }
    }

    /** Proposes to take an agreed target out of the agreement: a renegotiation like any other, whose approval withdraws the target. */
    record ProposeWithdrawal(
            @FromAddress TargetId targetId,
            FreeText reason,
            @Nullable LocalDate actedOn) implements TargetCommand {
        @Override
        public List<FreeText> texts() {
            return List.of(reason);
        }
    }

    /** Consents to a renegotiation. */
    record ConsentToRenegotiation(
            @FromAddress TargetId targetId,
            @FromAddress int renegotiation,
            @Nullable LocalDate actedOn) implements OfRenegotiation {}

    /** Refuses to consent to a renegotiation. */
    record WithholdRenegotiationConsent(
            @FromAddress TargetId targetId,
            @FromAddress int renegotiation,
            @Nullable FreeText reason,
            @Nullable LocalDate actedOn)
            implements OfRenegotiation {
        @Override
        public List<FreeText> texts() {
            return reason == null ? List.of() : List.of(reason);
        }
    }

    /** Approves a renegotiation; its trajectory is in force from the date of the act. */
    record ApproveRenegotiation(
            @FromAddress TargetId targetId,
            @FromAddress int renegotiation,
            @Nullable LocalDate actedOn) implements OfRenegotiation {}

    /** Refuses a renegotiation; the trajectory in force stays. */
    record RefuseRenegotiation(
            @FromAddress TargetId targetId,
            @FromAddress int renegotiation,
            @Nullable FreeText reason,
            @Nullable LocalDate actedOn)
            implements OfRenegotiation {
        @Override
        public List<FreeText> texts() {
            return reason == null ? List.of() : List.of(reason);
        }
    }
}
