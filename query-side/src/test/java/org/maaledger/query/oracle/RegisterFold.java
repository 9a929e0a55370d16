package org.maaledger.query.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.StoredEvent;
import org.maaledger.query.register.TargetStatus;
import org.maaledger.query.testing.Things;

/**
 * Everything said about agreements and targets up to some position, kept as the events themselves: whoever asks folds them again. It is
 * as slow and as plain as it can be, and shares no code with the projections.
 */
public final class RegisterFold {

    private static final Comparator<StoredEvent> BY_DATE =
            Comparator.comparing(StoredEvent::actedOn).thenComparingLong(StoredEvent::position);

    private final List<StoredEvent> known;
    private final List<StoredEvent> events;

    /** Of nothing. */
    public RegisterFold() {
        this.known = new ArrayList<>();
        this.events = known;
    }

    private RegisterFold(List<StoredEvent> known, List<StoredEvent> events) {
        this.known = known;
        this.events = events;
    }

    /** Takes the next event. */
    public void add(StoredEvent event) {
        known.add(event);
    }

    /** The same events, as far as they are dated by {@code day}, as if they had been recorded in the order of their dates. */
    public RegisterFold on(LocalDate day) {
        return new RegisterFold(
                known,
                known.stream()
                        .filter(event -> !event.actedOn().isAfter(day))
                        .sorted(BY_DATE)
                        .toList());
    }

    /** The agreements in the order they were drafted in, each as text. */
    public Map<AgreementId, String> agreements() {
        Map<AgreementId, String> told = new LinkedHashMap<>();
        for (StoredEvent event : known) {
            if (events.contains(event) && event.payload() instanceof AgreementEvent.AgreementDrafted drafted) {
                told.put(drafted.agreement(), agreement(drafted));
            }
        }
        return told;
    }

    private long version(String stream) {
        return known.stream().filter(event -> event.stream().equals(stream)).count();
    }

    private String agreement(AgreementEvent.AgreementDrafted drafted) {
        String responsible = "nobody";
        Map<String, String> parties = new TreeMap<>();
        LocalDate signedOn = null;
        List<Object> topTier = List.of();
        Set<TargetId> designated = new HashSet<>();
        Set<TargetId> withdrawn = new HashSet<>();
        int targets = 0;
        for (StoredEvent stored : events) {
            if (stored.payload() instanceof TargetEvent.TargetProposed proposed
                    && proposed.agreement().equals(drafted.agreement())) {
                targets++;
            }
            if (stored.payload() instanceof TargetEvent.TargetWithdrawn gone) {
                withdrawn.add(gone.target());
            }
            if (!(stored.payload() instanceof AgreementEvent event)
                    || !event.agreement().equals(drafted.agreement())) {
                continue;
            }
            String since = " since " + stored.actedOn();
            switch (event) {
                case AgreementEvent.AgreementDrafted draft -> {
                    responsible = draft.responsibleAuthority().value();
                    draft.partners().forEach(body -> parties.put(body.value(), PartyRole.PARTNER + since));
                    draft.members().forEach(body -> parties.put(body.value(), PartyRole.MEMBER + since));
                }
                case AgreementEvent.PartyJoined joined ->
                    parties.put(joined.body().value(), joined.role() + since);
                case AgreementEvent.PartyLeft left -> parties.remove(left.body().value());
                case AgreementEvent.ResponsibleAuthorityChanged changed ->
                    responsible = changed.to().value();
                case AgreementEvent.AgreementSigned signed -> {
                    signedOn = stored.actedOn();
                    topTier = List.copyOf(signed.topTierMembers());
                }
                case AgreementEvent.TargetDesignated one -> designated.add(one.target());
                case AgreementEvent.DesignationRevoked one -> designated.remove(one.target());
            }
        }
        designated.removeAll(withdrawn);
        return "%s v%d %s %s..%s responsible %s parties %s signed %s by %s designated %d targets %d"
                .formatted(
                        drafted.kind(),
                        version(drafted.stream()),
                        drafted.area(),
                        drafted.from(),
                        drafted.to(),
                        responsible,
                        parties,
                        signedOn,
                        topTier,
                        designated.size(),
                        targets);
    }

    /** The targets of an agreement in the order they were proposed in, each as text. */
    public Map<TargetId, String> targets(AgreementId agreement) {
        Map<TargetId, String> told = new LinkedHashMap<>();
        for (StoredEvent event : known) {
            if (events.contains(event)
                    && event.payload() instanceof TargetEvent.TargetProposed proposed
                    && proposed.agreement().equals(agreement)) {
                told.put(proposed.target(), target(proposed));
            }
        }
        return told;
    }

    private String target(TargetEvent.TargetProposed proposed) {
        TreeMap<Integer, String> offers = new TreeMap<>();
        Map<String, String> consents = new TreeMap<>();
        TreeMap<Integer, String> trajectories = new TreeMap<>();
        Map<Integer, String> changes = new TreeMap<>();
        Map<String, String> changeConsents = new TreeMap<>();
        Map<Integer, String> outcomes = new TreeMap<>();
        String base = "none";
        LocalDate withdrawn = null;
        boolean designated = false;
        for (StoredEvent stored : events) {
            designated = designated(stored, proposed.target(), designated);
            if (!(stored.payload() instanceof TargetEvent event)
                    || !event.target().equals(proposed.target())) {
                continue;
            }
            LocalDate on = stored.actedOn();
            switch (event) {
                case TargetEvent.TargetProposed e -> offers.put(1, e.offer() + " by " + e.proposedBy());
                case TargetEvent.TargetCounterProposed e ->
                    offers.put(e.offerNumber(), e.offer() + " by " + e.proposedBy());
                case TargetEvent.ConsentGiven e -> consents.put(e.offerNumber() + " " + e.body(), "yes " + on);
                case TargetEvent.ConsentWithheld e -> consents.put(e.offerNumber() + " " + e.body(), "no " + on);
                case TargetEvent.BaselineSet e -> base = "baseline " + e.baseline() + " " + on;
                case TargetEvent.BaselineGapDeclared e -> base = "gap " + e.owner() + " " + e.fillBy() + " " + on;
                case TargetEvent.TrajectoryAgreed e ->
                    trajectories.put(e.trajectory().version(), e.trajectory() + " from " + on + " by null");
                case TargetEvent.TargetWithdrawn e -> {
                    withdrawn = on;
                    if (e.renegotiation() != null) {
                        outcomes.put(e.renegotiation(), "true " + on);
                    }
                }
                case TargetEvent.WithdrawalProposed e ->
                    changes.put(e.renegotiation(), "null null " + e.consentsNeeded() + " " + on);
                case TargetEvent.RenegotiationProposed e ->
                    changes.put(
                            e.renegotiation(), e.trajectory() + " " + e.ground() + " " + e.consentsNeeded() + " " + on);
                case TargetEvent.RenegotiationConsentGiven e ->
                    changeConsents.put(e.renegotiation() + " " + e.body(), "yes " + on);
                case TargetEvent.RenegotiationConsentWithheld e ->
                    changeConsents.put(e.renegotiation() + " " + e.body(), "no " + on);
                case TargetEvent.RenegotiationApproved e -> {
                    trajectories.put(
                            e.trajectory().version(), e.trajectory() + " from " + on + " by " + e.renegotiation());
                    outcomes.put(e.renegotiation(), "true " + on);
                }
                case TargetEvent.RenegotiationRefused e -> outcomes.put(e.renegotiation(), "false " + on);
            }
        }
        consents.keySet().removeIf(key -> !offers.containsKey(Integer.parseInt(key.split(" ", 2)[0])));
        changeConsents.keySet().removeIf(key -> !changes.containsKey(Integer.parseInt(key.split(" ", 2)[0])));
        outcomes.keySet().removeIf(number -> !changes.containsKey(number));
        return "v%d %s in force %s designated %s offers %s consents %s base %s trajectories %s changes %s consents %s outcomes %s withdrawn %s"
                .formatted(
                        version(proposed.stream()),
                        status(proposed, withdrawn, !trajectories.isEmpty(), consents, offers.lastEntry()),
                        trajectories.isEmpty() ? null : trajectories.lastEntry().getKey(),
                        designated && withdrawn == null,
                        offers,
                        consents,
                        base,
                        trajectories,
                        changes,
                        changeConsents,
                        outcomes,
                        withdrawn);
    }

    private TargetStatus status(
            TargetEvent.TargetProposed proposed,
            @Nullable LocalDate withdrawn,
            boolean agreed,
            Map<String, String> consents,
            Map.Entry<Integer, String> offer) {
        if (withdrawn != null) {
            return TargetStatus.WITHDRAWN;
        }
        if (agreed) {
            return TargetStatus.AGREED;
        }
        Set<String> asked = partiesOf(proposed.agreement());
        asked.retainAll(proposed.relatesTo().stream().map(BodyId::value).toList());
        asked.add(Things.GOVERNMENT_OFFICE.value());
        return asked.stream().allMatch(body -> consents(body, offer, consents))
                ? TargetStatus.CONSENTED
                : TargetStatus.PROPOSED;
    }

    /** Who made an offer consents to it unless it has said otherwise. */
    private static boolean consents(String body, Map.Entry<Integer, String> offer, Map<String, String> consents) {
        String otherwise = offer.getValue().endsWith(" by " + body) ? "yes" : "no";
        return consents.getOrDefault(offer.getKey() + " " + body, otherwise).startsWith("yes");
    }

    private Set<String> partiesOf(AgreementId agreement) {
        Set<String> parties = new HashSet<>();
        for (StoredEvent stored : events) {
            if (stored.payload() instanceof AgreementEvent.AgreementDrafted drafted
                    && drafted.agreement().equals(agreement)) {
                drafted.members().forEach(body -> parties.add(body.value()));
                drafted.partners().forEach(body -> parties.add(body.value()));
            } else if (stored.payload() instanceof AgreementEvent.PartyJoined joined
                    && joined.agreement().equals(agreement)) {
                parties.add(joined.body().value());
            } else if (stored.payload() instanceof AgreementEvent.PartyLeft left
                    && left.agreement().equals(agreement)) {
                parties.remove(left.body().value());
            }
        }
        return parties;
    }

    private static boolean designated(StoredEvent stored, TargetId target, boolean before) {
        if (stored.payload() instanceof AgreementEvent.TargetDesignated one
                && one.target().equals(target)) {
            return true;
        }
        if (stored.payload() instanceof AgreementEvent.DesignationRevoked one
                && one.target().equals(target)) {
            return false;
        }
        return before;
    }
}
