package org.maaledger.query.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.query.register.AgreementEntry;
import org.maaledger.query.register.TargetEntry;

/**
 * Everything that the register says of an agreement and its targets, one statement for each field, in the words that a comparison owes
 * its reader. It shares no code with the comparison.
 */
final class Statements {

    private final Map<String, String> all = new LinkedHashMap<>();

    /** By subject and field, with a line between them. */
    Map<String, String> all() {
        return all;
    }

    private void put(String subject, String field, @Nullable Object value) {
        if (value != null && all.put(subject + "|" + field, value.toString()) != null) {
            throw new AssertionError("said twice: " + subject + " " + field);
        }
    }

    void add(AgreementEntry entry) {
        put("Agreement", "the title", entry.title());
        put("Agreement", "the status", entry.status());
        put("Agreement", "the period", "%s to %s".formatted(entry.from(), entry.to()));
        put("Agreement", "the area", entry.area());
        put("Agreement", "the responsible authority", entry.responsibleAuthority());
        put("Agreement", "the Government Office", entry.governmentOffice());
        put("Agreement", "the day of signing", entry.signedOn());
        put("Agreement", "the number of designated targets", entry.designatedTargets());
        for (AgreementEntry.Party party : entry.parties()) {
            put("Agreement", "the party " + party.body(), party.role());
        }
    }

    void add(TargetEntry entry) {
        String target = "Target " + entry.id();
        put(target, "the series", entry.series());
        put(target, "the status", entry.status());
        put(target, "the designation", entry.designated() ? "designated" : null);
        put(target, "the trajectory in force", entry.trajectoryInForce());
        put(target, "the day of withdrawal", entry.withdrawnOn());
        TargetEntry.Baseline baseline = entry.baseline();
        put(target, "the baseline", baseline == null ? null : figure(baseline.milestone()));
        TargetEntry.Gap gap = entry.gap();
        put(target, "the gap in the baseline", gap == null ? null : gap.owner() + " fills it by " + gap.fillBy());
        for (TargetEntry.Offer offer : entry.offers()) {
            String name = "offer " + offer.number();
            put(target, name, figure(offer.offer()) + " by " + offer.by());
            offer.consents().forEach(consent -> put(target, said(consent, name), word(consent)));
        }
        for (TargetEntry.AgreedTrajectory agreed : entry.trajectories()) {
            put(
                    target,
                    "version " + agreed.trajectory().version() + " of the trajectory",
                    course(agreed.trajectory().baseline(), agreed.trajectory().milestones()) + ", in force from "
                            + agreed.from());
        }
        for (TargetEntry.Renegotiation change : entry.renegotiations()) {
            String name = "renegotiation " + change.number();
            put(
                    target,
                    name,
                    change.trajectory() == null
                            ? "the withdrawal of the target"
                            : "%s (%s)"
                                    .formatted(
                                            course(
                                                    change.trajectory().baseline(),
                                                    change.trajectory().milestones()),
                                            change.ground()));
            if (change.approved() != null) {
                put(target, "the outcome of " + name, change.approved() ? "approved" : "not approved");
            }
            change.consents().forEach(consent -> put(target, said(consent, name), word(consent)));
        }
    }

    private static String said(TargetEntry.Consent consent, String about) {
        return "what " + consent.body() + " said to " + about;
    }

    private static String word(TargetEntry.Consent consent) {
        return consent.given() ? "consented" : "refused";
    }

    private static String figure(Milestone milestone) {
        return "%s for %s".formatted(milestone.value(), milestone.period());
    }

    private static String course(@Nullable Milestone baseline, List<Milestone> milestones) {
        return (baseline == null ? "" : figure(baseline) + " to ")
                + milestones.stream().map(Statements::figure).collect(Collectors.joining(", "));
    }
}
