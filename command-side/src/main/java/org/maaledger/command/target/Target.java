package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/** A target as its events have made it. */
public sealed interface Target {

    /** Nothing was proposed yet. */
    record Unproposed() implements Target {}

    /** Something was. */
    sealed interface Proposed extends Target {

        Proposal proposal();
    }

    /**
     * Under negotiation.
     *
     * @param answers what was said to the current offer
     */
    record Negotiating(Proposal proposal, Offer offer, Answers answers, Start start) implements Proposed {}

    /**
     * Agreed.
     *
     * @param trajectory in force
     * @param since the date from which it is
     * @param renegotiations how many there have been, the open one included
     * @param open the renegotiation under way, absent if none is
     */
    record Agreed(
            Proposal proposal,
            Start start,
            Trajectory trajectory,
            LocalDate since,
            int renegotiations,
            @Nullable Renegotiation open)
            implements Proposed {}

    /** Taken out. */
    record Withdrawn(Proposal proposal) implements Proposed {}

    /** What does not change while it is negotiated. */
    record Proposal(
            TargetId target,
            AgreementId agreement,
            IndicatorCode indicator,
            TargetKind kind,
            Polarity polarity,
            List<BodyId> relatesTo,
            BodyId proposedBy,
            LocalDate proposedOn) {
        public Proposal {
            relatesTo = List.copyOf(relatesTo);
        }
    }

    /** The offer on the table. */
    record Offer(int number, Milestone milestone, LocalDate on) {}

    /**
     * Where the course begins.
     *
     * @param baseline absent while it is not known
     * @param fillBy until when a gap is to be filled, absent if none was declared
     */
    record Start(@Nullable Milestone baseline, @Nullable LocalDate fillBy) {}

    /** What a renegotiation would bring. */
    sealed interface Change {

        /** Another trajectory. */
        record OfCourse(Trajectory trajectory) implements Change {}

        /** The end of the target. */
        record Removal(TextRef reason) implements Change {}
    }

    /**
     * A renegotiation under way.
     *
     * @param proposedBy who consents by having proposed it
     * @param needed who was asked to consent when it was proposed
     */
    record Renegotiation(
            int number, Change change, LocalDate on, BodyId proposedBy, List<BodyId> needed, Answers answers) {
        public Renegotiation {
            needed = List.copyOf(needed);
        }

        Renegotiation with(Answers other) {
            return new Renegotiation(number, change, on, proposedBy, needed, other);
        }
    }

    /** What the command ends in. */
    default Decision<TargetEvent> decide(TargetCommand command, Consulted consulted, Act act) {
        return TargetDecisions.decide(this, command, consulted, act);
    }

    /** The target after one more event, whose act has the date {@code on}. */
    default Target evolve(TargetEvent event, LocalDate on) {
        return TargetHistory.after(this, event, on);
    }
}
