package org.maaledger.query.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.StoredEvent;

/**
 * Everything said about agreements and targets up to some position, kept as the events themselves: whoever asks folds them again. It is
 * as slow and as plain as it can be, and shares no code with the projections.
 */
public final class RegisterFold {

    private final List<StoredEvent> events = new ArrayList<>();

    /** Takes the next event. */
    public void add(StoredEvent event) {
        events.add(event);
    }

    /** The agreements in the order they were drafted in, each as text. */
    public Map<AgreementId, String> agreements() {
        Map<AgreementId, String> told = new LinkedHashMap<>();
        for (StoredEvent event : events) {
            if (event.payload() instanceof AgreementEvent.AgreementDrafted drafted) {
                told.put(drafted.agreement(), agreement(drafted, event.actedOn()));
            }
        }
        return told;
    }

    private String agreement(AgreementEvent.AgreementDrafted drafted, LocalDate draftedOn) {
        String responsible = drafted.responsibleAuthority().toString();
        Map<String, String> parties = new TreeMap<>();
        drafted.partners().forEach(body -> parties.put(body.value(), PartyRole.PARTNER + " since " + draftedOn));
        drafted.members().forEach(body -> parties.put(body.value(), PartyRole.MEMBER + " since " + draftedOn));
        LocalDate signedOn = null;
        List<Object> topTier = List.of();
        Set<TargetId> designated = new HashSet<>();
        long version = 0;
        int targets = 0;
        for (StoredEvent stored : events) {
            if (stored.payload() instanceof TargetEvent.TargetProposed proposed
                    && proposed.agreement().equals(drafted.agreement())) {
                targets++;
            }
            if (!(stored.payload() instanceof AgreementEvent event)
                    || !event.agreement().equals(drafted.agreement())) {
                continue;
            }
            version++;
            switch (event) {
                case AgreementEvent.AgreementDrafted ignored -> {}
                case AgreementEvent.PartyJoined joined ->
                    parties.put(joined.body().value(), joined.role() + " since " + stored.actedOn());
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
        return "%s v%d %s %s..%s responsible %s parties %s signed %s by %s designated %d targets %d"
                .formatted(
                        drafted.kind(),
                        version,
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
        for (StoredEvent event : events) {
            if (event.payload() instanceof TargetEvent.TargetProposed proposed
                    && proposed.agreement().equals(agreement)) {
                told.put(proposed.target(), target(proposed));
            }
        }
        return told;
    }

    private String target(TargetEvent.TargetProposed proposed) {
        Map<Integer, String> offers = new TreeMap<>();
        Map<String, String> consents = new TreeMap<>();
        Map<Integer, String> trajectories = new TreeMap<>();
        Map<Integer, String> changes = new TreeMap<>();
        Map<String, String> changeConsents = new TreeMap<>();
        Map<Integer, String> outcomes = new TreeMap<>();
        String base = "none";
        LocalDate withdrawn = null;
        boolean designated = false;
        long version = 0;
        offers.put(1, proposed.offer() + " by " + proposed.proposedBy());
        for (StoredEvent stored : events) {
            designated = designated(stored, proposed.target(), designated);
            if (!(stored.payload() instanceof TargetEvent event)
                    || !event.target().equals(proposed.target())) {
                continue;
            }
            version++;
            LocalDate on = stored.actedOn();
            switch (event) {
                case TargetEvent.TargetProposed ignored -> {}
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
        changeConsents.keySet().removeIf(key -> !changes.containsKey(Integer.parseInt(key.split(" ", 2)[0])));
        outcomes.keySet().removeIf(number -> !changes.containsKey(number));
        return "v%d designated %s offers %s consents %s base %s trajectories %s changes %s consents %s outcomes %s withdrawn %s"
                .formatted(
                        version,
                        designated,
                        offers,
                        consents,
                        base,
                        trajectories,
                        changes,
                        changeConsents,
                        outcomes,
                        withdrawn);
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
