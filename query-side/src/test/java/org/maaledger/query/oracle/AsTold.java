package org.maaledger.query.oracle;

import java.util.Map;
import java.util.TreeMap;
import org.maaledger.query.register.AgreementEntry;
import org.maaledger.query.register.TargetEntry;

/** Writes what the read side answers in the words of the fold, so that the two can be compared. */
public final class AsTold {

    private AsTold() {}

    /** An agreement. */
    public static String of(AgreementEntry entry) {
        Map<String, String> parties = new TreeMap<>();
        entry.parties().forEach(party -> parties.put(party.body().value(), party.role() + " since " + party.since()));
        return "%s v%d %s %s..%s responsible %s parties %s signed %s by %s designated %d targets %d"
                .formatted(
                        entry.kind(),
                        entry.version(),
                        entry.area(),
                        entry.from(),
                        entry.to(),
                        entry.responsibleAuthority(),
                        parties,
                        entry.signedOn(),
                        entry.topTierMembers(),
                        entry.designatedTargets(),
                        entry.targets());
    }

    /** A target. */
    public static String of(TargetEntry entry) {
        Map<Integer, String> offers = new TreeMap<>();
        Map<String, String> consents = new TreeMap<>();
        entry.offers().forEach(offer -> {
            offers.put(offer.number(), offer.offer() + " by " + offer.by());
            offer.consents().forEach(said -> consents.put(offer.number() + " " + said.body(), said(said)));
        });
        Map<Integer, String> trajectories = new TreeMap<>();
        entry.trajectories()
                .forEach(agreed -> trajectories.put(
                        agreed.trajectory().version(),
                        agreed.trajectory() + " from " + agreed.from() + " by " + agreed.renegotiation()));
        Map<Integer, String> changes = new TreeMap<>();
        Map<String, String> changeConsents = new TreeMap<>();
        Map<Integer, String> outcomes = new TreeMap<>();
        entry.renegotiations().forEach(change -> {
            changes.put(
                    change.number(),
                    change.trajectory() + " " + change.ground() + " " + change.consentsNeeded() + " "
                            + change.proposedOn());
            change.consents().forEach(said -> changeConsents.put(change.number() + " " + said.body(), said(said)));
            if (change.approved() != null) {
                outcomes.put(change.number(), change.approved() + " " + change.decidedOn());
            }
        });
        return "v%d %s in force %s designated %s offers %s consents %s base %s trajectories %s changes %s consents %s outcomes %s withdrawn %s"
                .formatted(
                        entry.version(),
                        entry.status(),
                        entry.trajectoryInForce(),
                        entry.designated(),
                        offers,
                        consents,
                        base(entry),
                        trajectories,
                        changes,
                        changeConsents,
                        outcomes,
                        entry.withdrawnOn());
    }

    private static String said(TargetEntry.Consent said) {
        return (said.given() ? "yes " : "no ") + said.on();
    }

    private static String base(TargetEntry entry) {
        TargetEntry.Baseline baseline = entry.baseline();
        TargetEntry.Gap gap = entry.gap();
        if (baseline != null) {
            return "baseline " + baseline.milestone() + " " + baseline.on();
        }
        return gap == null ? "none" : "gap " + gap.owner() + " " + gap.fillBy() + " " + gap.on();
    }
}
