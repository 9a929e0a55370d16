package org.maaledger.query.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/**
 * A target as it stands.
 *
 * @param version how many events it has: the ETag that a change of it must name
 * @param designated whether it is designated; a fact of its agreement that ends with its withdrawal
 * @param offers every offer, in their order; the last one counts
 * @param baseline where its course begins, absent where it is not set or is a gap
 * @param gap the dated promise of a baseline, absent where there is none
 * @param trajectoryInForce the version that is in force, absent where none is
 * @param trajectories every agreed trajectory, in the order of their versions
 * @param withdrawnOn the day it was withdrawn, absent while it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetEntry(
        TargetId id,
        AgreementId agreement,
        long version,
        TargetKind kind,
        TargetStatus status,
        boolean designated,
        SeriesId series,
        int definitionVersion,
        String unit,
        Polarity polarity,
        List<BodyId> relatesTo,
        BodyId proposedBy,
        LocalDate proposedOn,
        List<Offer> offers,
        @Nullable Baseline baseline,
        @Nullable Gap gap,
        @Nullable Integer trajectoryInForce,
        List<AgreedTrajectory> trajectories,
        List<Renegotiation> renegotiations,
        @Nullable LocalDate withdrawnOn,
        @Nullable String withdrawalReason) {

    /** An offer with what the parties said to it. */
    public record Offer(int number, Milestone offer, BodyId by, LocalDate on, List<Consent> consents) {
        public Offer {
            consents = List.copyOf(consents);
        }
    }

    /**
     * What a party last said to an offer or a renegotiation.
     *
     * @param reason why it refused, absent where none was given or it was erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Consent(
            BodyId body,
            boolean given,
            LocalDate on,
            @Nullable String reason) {}

    /** The baseline, and where the figure comes from. */
    public record Baseline(Milestone milestone, String source, LocalDate on) {}

    /** A baseline that is missing, who owes it and by when. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Gap(
            BodyId owner, LocalDate fillBy, @Nullable String reason, LocalDate on) {}

    /**
     * A trajectory that was agreed.
     *
     * @param from the day it came into force
     * @param renegotiation the renegotiation that brought it, absent for the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AgreedTrajectory(
            Trajectory trajectory, LocalDate from, @Nullable Integer renegotiation) {}

    /**
     * A change that was proposed.
     *
     * @param withdrawal whether the withdrawal of the target was proposed
     * @param trajectory what would be in force, absent where the withdrawal was proposed
     * @param ground the kind of reason, absent where the withdrawal was proposed
     * @param approved whether it was approved, absent while it is open
     * @param decidedOn the day it was approved or refused
     * @param refusalReason why it was refused, absent where none was given or it was erased
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Renegotiation(
            int number,
            boolean withdrawal,
            @Nullable Trajectory trajectory,
            @Nullable RenegotiationGround ground,
            @Nullable String explanation,
            boolean designated,
            List<BodyId> consentsNeeded,
            BodyId proposedBy,
            LocalDate proposedOn,
            List<Consent> consents,
            @Nullable Boolean approved,
            @Nullable LocalDate decidedOn,
            @Nullable String refusalReason) {
        public Renegotiation {
            consentsNeeded = List.copyOf(consentsNeeded);
            consents = List.copyOf(consents);
        }
    }

    public TargetEntry {
        relatesTo = List.copyOf(relatesTo);
        offers = List.copyOf(offers);
        trajectories = List.copyOf(trajectories);
        renegotiations = List.copyOf(renegotiations);
    }
}
