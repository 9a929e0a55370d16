package org.maaledger.query.history;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.Trajectory;

/** Says in a sentence what an event of a target changed. */
final class TargetInWords {

    private final InWords words;

    TargetInWords(InWords words) {
        this.words = words;
    }

    /** The text that the sentence of {@code event} will quote. */
    static @Nullable TextRef ref(TargetEvent event) {
        return switch (event) {
            case TargetEvent.ConsentWithheld held -> held.reason();
            case TargetEvent.BaselineGapDeclared gap -> gap.reason();
            case TargetEvent.TargetWithdrawn withdrawn -> withdrawn.reason();
            case TargetEvent.TrajectoryAgreed agreed -> agreed.explanation();
            case TargetEvent.RenegotiationProposed proposed -> proposed.explanation();
            case TargetEvent.WithdrawalProposed proposed -> proposed.reason();
            case TargetEvent.RenegotiationConsentWithheld held -> held.reason();
            case TargetEvent.RenegotiationRefused refused -> refused.reason();
            case TargetEvent.TargetProposed _,
                    TargetEvent.TargetCounterProposed _,
                    TargetEvent.ConsentGiven _,
                    TargetEvent.BaselineSet _,
                    TargetEvent.RenegotiationConsentGiven _,
                    TargetEvent.RenegotiationApproved _ -> null;
        };
    }

    String of(TargetEvent event) {
        return switch (event) {
            case TargetEvent.TargetProposed proposed -> proposed(proposed);
            case TargetEvent.TargetCounterProposed counter ->
                "%s made offer %d: %s."
                        .formatted(counter.proposedBy(), counter.offerNumber(), milestone(counter.offer()));
            case TargetEvent.ConsentGiven given ->
                "%s consented to offer %d.".formatted(given.body(), given.offerNumber());
            case TargetEvent.ConsentWithheld held ->
                "%s refused offer %d%s".formatted(held.body(), held.offerNumber(), words.reason(held.reason()));
            case TargetEvent.BaselineSet set ->
                "The baseline was set: %s, from %s."
                        .formatted(milestone(set.baseline()), set.source().name());
            case TargetEvent.BaselineGapDeclared gap ->
                "The baseline is missing; %s is to fill the gap by %s%s"
                        .formatted(gap.owner(), gap.fillBy(), words.reason(gap.reason()));
            case TargetEvent.TrajectoryAgreed agreed ->
                "The trajectory was agreed: %s%s"
                        .formatted(trajectory(agreed.trajectory()), words.reason(agreed.explanation()));
            case TargetEvent.TargetWithdrawn withdrawn -> withdrawn(withdrawn) + words.reason(withdrawn.reason());
            case TargetEvent.RenegotiationProposed proposed -> renegotiation(proposed);
            case TargetEvent.WithdrawalProposed proposed -> removal(proposed);
            case TargetEvent.RenegotiationConsentGiven given ->
                "%s consented to renegotiation %d.".formatted(given.body(), given.renegotiation());
            case TargetEvent.RenegotiationConsentWithheld held ->
                "%s refused renegotiation %d%s"
                        .formatted(held.body(), held.renegotiation(), words.reason(held.reason()));
            case TargetEvent.RenegotiationApproved approved ->
                "Renegotiation %d was approved; from this day on the trajectory is %s."
                        .formatted(approved.renegotiation(), trajectory(approved.trajectory()));
            case TargetEvent.RenegotiationRefused refused ->
                "Renegotiation %d was not approved%s"
                        .formatted(refused.renegotiation(), words.reason(refused.reason()));
        };
    }

    private static String withdrawn(TargetEvent.TargetWithdrawn withdrawn) {
        return withdrawn.renegotiation() == null
                ? "The target was withdrawn"
                : "Renegotiation %d was approved; the target was withdrawn".formatted(withdrawn.renegotiation());
    }

    private static String proposed(TargetEvent.TargetProposed proposed) {
        return "%s proposed a target (%s) for %s in the agreement %s: %s %s. It relates to %s, and is bound to version %d of the definition (%s)."
                .formatted(
                        proposed.proposedBy(),
                        proposed.kind().toString().replace('-', ' '),
                        proposed.series(),
                        proposed.agreement(),
                        milestone(proposed.offer()),
                        proposed.unit(),
                        InWords.bodies(proposed.relatesTo()),
                        proposed.definitionVersion(),
                        proposed.polarity().toString().replace('-', ' '));
    }

    private String renegotiation(TargetEvent.RenegotiationProposed proposed) {
        return "%s proposed renegotiation %d (%s) to %s%s It needs the consent of %s."
                .formatted(
                        proposed.proposedBy(),
                        proposed.renegotiation(),
                        proposed.ground().toString().replace('-', ' '),
                        trajectory(proposed.trajectory()),
                        words.reason(proposed.explanation()),
                        proposed.consentsNeeded().isEmpty() ? "nobody" : InWords.bodies(proposed.consentsNeeded()));
    }

    private String removal(TargetEvent.WithdrawalProposed proposed) {
        return "%s proposed renegotiation %d, to withdraw the target%s It needs the consent of %s."
                .formatted(
                        proposed.proposedBy(),
                        proposed.renegotiation(),
                        words.reason(proposed.reason()),
                        proposed.consentsNeeded().isEmpty() ? "nobody" : InWords.bodies(proposed.consentsNeeded()));
    }

    static String milestone(Milestone milestone) {
        return "%s for %s".formatted(milestone.value(), milestone.period());
    }

    static String trajectory(Trajectory trajectory) {
        Milestone baseline = trajectory.baseline();
        return "version %d, from %s, through %s"
                .formatted(
                        trajectory.version(),
                        baseline == null ? "a baseline still to come" : milestone(baseline),
                        trajectory.milestones().stream()
                                .map(TargetInWords::milestone)
                                .collect(Collectors.joining(", ")));
    }
}
