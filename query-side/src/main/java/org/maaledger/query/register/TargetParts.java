package org.maaledger.query.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.TargetKind;
import org.maaledger.kernel.target.Trajectory;

/** The rows of one target, from which its entry is put together. */
final class TargetParts {

    record Head(
            TargetId id,
            AgreementId agreement,
            long version,
            TargetKind kind,
            boolean designated,
            SeriesId series,
            int definitionVersion,
            String unit,
            Polarity polarity,
            List<BodyId> relatesTo,
            BodyId proposedBy,
            LocalDate proposedOn,
            TargetEntry.@Nullable Baseline baseline,
            @Nullable Promise gap,
            @Nullable LocalDate withdrawnOn,
            @Nullable TextRef withdrawalReason) {}

    record Promise(BodyId owner, LocalDate fillBy, TextRef reason, LocalDate on) {}

    record Offered(int number, Milestone offer, BodyId by, LocalDate on) {}

    record Saying(
            int number,
            BodyId body,
            boolean given,
            LocalDate on,
            @Nullable TextRef reason) {}

    record Change(
            int number,
            Trajectory trajectory,
            RenegotiationGround ground,
            TextRef explanation,
            boolean designated,
            List<BodyId> consentsNeeded,
            BodyId by,
            LocalDate on) {}

    record Outcome(boolean approved, LocalDate on, @Nullable TextRef reason) {}

    private final Head head;
    final List<Offered> offers = new ArrayList<>();
    final List<Saying> consents = new ArrayList<>();
    final List<TargetEntry.AgreedTrajectory> trajectories = new ArrayList<>();
    final List<Change> renegotiations = new ArrayList<>();
    final List<Saying> renegotiationConsents = new ArrayList<>();
    final Map<Integer, Outcome> outcomes = new HashMap<>();

    TargetParts(Head head) {
        this.head = head;
    }

    /** Every text that the entry will show. */
    List<@Nullable TextRef> refs() {
        List<@Nullable TextRef> refs = new ArrayList<>();
        refs.add(head.withdrawalReason());
        if (head.gap() != null) {
            refs.add(head.gap().reason());
        }
        consents.forEach(consent -> refs.add(consent.reason()));
        renegotiationConsents.forEach(consent -> refs.add(consent.reason()));
        renegotiations.forEach(change -> refs.add(change.explanation()));
        outcomes.values().forEach(outcome -> refs.add(outcome.reason()));
        return refs;
    }

    TargetEntry entry(LocalDate day, Map<TextRef, String> texts) {
        Promise gap = head.gap();
        return new TargetEntry(
                head.id(),
                head.agreement(),
                head.version(),
                head.kind(),
                status(),
                head.designated(),
                head.series(),
                head.definitionVersion(),
                head.unit(),
                head.polarity(),
                head.relatesTo(),
                head.proposedBy(),
                head.proposedOn(),
                offers.stream().map(offer -> offer(offer, texts)).toList(),
                head.baseline(),
                gap == null
                        ? null
                        : new TargetEntry.Gap(gap.owner(), gap.fillBy(), text(texts, gap.reason()), gap.on()),
                inForceOn(day),
                trajectories,
                renegotiations.stream().map(change -> change(change, texts)).toList(),
                head.withdrawnOn(),
                text(texts, head.withdrawalReason()));
    }

    private TargetStatus status() {
        if (head.withdrawnOn() != null) {
            return TargetStatus.WITHDRAWN;
        }
        if (!trajectories.isEmpty()) {
            return TargetStatus.AGREED;
        }
        int last = offers.stream().mapToInt(Offered::number).max().orElse(0);
        Set<BodyId> consented = consents.stream()
                .filter(saying -> saying.number() == last && saying.given())
                .map(Saying::body)
                .collect(Collectors.toCollection(HashSet::new));
        return consented.containsAll(head.relatesTo()) ? TargetStatus.CONSENTED : TargetStatus.PROPOSED;
    }

    private @Nullable Integer inForceOn(LocalDate day) {
        return trajectories.stream()
                .filter(agreed -> !agreed.from().isAfter(day))
                .map(agreed -> agreed.trajectory().version())
                .max(Integer::compare)
                .orElse(null);
    }

    private TargetEntry.Offer offer(Offered offer, Map<TextRef, String> texts) {
        return new TargetEntry.Offer(
                offer.number(), offer.offer(), offer.by(), offer.on(), said(consents, offer.number(), texts));
    }

    private TargetEntry.Renegotiation change(Change change, Map<TextRef, String> texts) {
        Outcome outcome = outcomes.get(change.number());
        return new TargetEntry.Renegotiation(
                change.number(),
                change.trajectory(),
                change.ground(),
                text(texts, change.explanation()),
                change.designated(),
                change.consentsNeeded(),
                change.by(),
                change.on(),
                said(renegotiationConsents, change.number(), texts),
                outcome == null ? null : outcome.approved(),
                outcome == null ? null : outcome.on(),
                outcome == null ? null : text(texts, outcome.reason()));
    }

    private static List<TargetEntry.Consent> said(List<Saying> sayings, int number, Map<TextRef, String> texts) {
        return sayings.stream()
                .filter(saying -> saying.number() == number)
                .map(saying -> new TargetEntry.Consent(
                        saying.body(), saying.given(), saying.on(), text(texts, saying.reason())))
                .toList();
    }

    private static @Nullable String text(Map<TextRef, String> texts, @Nullable TextRef ref) {
        return ref == null ? null : texts.get(ref);
    }
}
