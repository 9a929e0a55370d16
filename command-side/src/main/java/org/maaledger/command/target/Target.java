package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/** A target as its events have made it. */
public sealed interface Target {

    /** Nothing was proposed yet. */
    record Unproposed() implements Target {}

    /**
     * Under negotiation.
     *
     * @param consents who consented to the current offer, each with the date
     */
    record Negotiating(Proposal proposal, Offer offer, Map<BodyId, LocalDate> consents, Start start) implements Target {
        public Negotiating {
            consents = Map.copyOf(consents);
        }
    }

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
            implements Target {}

    /** Taken out. */
    record Withdrawn(Proposal proposal) implements Target {}

    /** What does not change while it is negotiated. */
    record Proposal(
            TargetId target,
            AgreementId agreement,
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

    /**
     * A renegotiation under way.
     *
     * @param needed who must consent
     * @param consents who did, each with the date
     */
    record Renegotiation(
            int number, Trajectory trajectory, LocalDate on, List<BodyId> needed, Map<BodyId, LocalDate> consents) {
        public Renegotiation {
            needed = List.copyOf(needed);
            consents = Map.copyOf(consents);
        }

        Renegotiation with(BodyId body, @Nullable LocalDate consentedOn) {
            return new Renegotiation(number, trajectory, on, needed, changed(consents, body, consentedOn));
        }

        /** The date of the last act that an approval builds on. */
        LocalDate settledOn() {
            return latest(on, consents);
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

    /** The date of the latest of these acts. */
    static LocalDate latest(LocalDate first, Map<BodyId, LocalDate> others) {
        return others.values().stream().reduce(first, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** The same dates, but for one body; without it if its date is null. */
    static Map<BodyId, LocalDate> changed(Map<BodyId, LocalDate> dates, BodyId body, @Nullable LocalDate date) {
        Map<BodyId, LocalDate> changed = new HashMap<>(dates);
        if (date == null) {
            changed.remove(body);
        } else {
            changed.put(body, date);
        }
        return changed;
    }
}
