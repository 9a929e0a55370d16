package org.maaledger.query.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Consenters consenters,
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

    /**
     * Who has a say: the parties of the agreement, and its Government Office, which is absent where the agreement cannot be shown.
     */
    record Consenters(Set<BodyId> parties, @Nullable BodyId governmentOffice) {

        /** Whether everybody whose consent is needed is among {@code consenting}; a party that has left is no longer asked. */
        boolean allAmong(Set<BodyId> consenting, List<BodyId> relatesTo) {
            return governmentOffice != null
                    && consenting.contains(governmentOffice)
                    && relatesTo.stream().filter(parties::contains).allMatch(consenting::contains);
        }
    }

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
            @Nullable Trajectory trajectory,
            @Nullable RenegotiationGround ground,
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
        return offers.stream()
                        .max(Comparator.comparingInt(Offered::number))
                        .filter(last -> head.consenters().allAmong(consenting(last), head.relatesTo()))
                        .isPresent()
                ? TargetStatus.CONSENTED
                : TargetStatus.PROPOSED;
    }

    /** Who consents to {@code offer}: who made it, and who said so. */
    private Set<BodyId> consenting(Offered offer) {
        Set<BodyId> consenting = new HashSet<>(Set.of(offer.by()));
        for (Saying saying : consents) {
            if (saying.number() == offer.number() && saying.given()) {
                consenting.add(saying.body());
            } else if (saying.number() == offer.number()) {
                consenting.remove(saying.body());
            }
        }
        return consenting;
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
                change.trajectory() == null,
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
