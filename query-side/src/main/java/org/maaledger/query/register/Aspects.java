package org.maaledger.query.register;

import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.Trajectory;

/** An agreement and its targets taken apart into single statements, so that two moments can be laid side by side. */
final class Aspects {

    /** What a statement is about. */
    record Key(String subject, String field) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::subject).thenComparing(Key::field);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    private final Map<Key, String> all = new TreeMap<>();

    Map<Key, String> all() {
        return all;
    }

    void add(AgreementEntry entry) {
        String subject = "Agreement";
        say(subject, "the title", entry.title());
        say(subject, "the status", entry.status());
        say(subject, "the period", entry.from() + " to " + entry.to());
        say(subject, "the area", entry.area());
        say(subject, "the responsible authority", entry.responsibleAuthority());
        say(subject, "the Government Office", entry.governmentOffice());
        say(subject, "the day of signing", entry.signedOn());
        say(subject, "the number of designated targets", entry.designatedTargets());
        entry.parties().forEach(party -> say(subject, "the party " + party.body(), party.role()));
    }

    void add(TargetEntry entry) {
        String subject = "Target " + entry.id();
        say(subject, "the series", entry.series());
        say(subject, "the status", entry.status());
        say(subject, "the designation", entry.designated() ? "designated" : null);
        entry.offers().forEach(offer -> {
            say(subject, "offer " + offer.number(), milestone(offer.offer()) + " by " + offer.by());
            offer.consents().forEach(consent -> answer(subject, "offer " + offer.number(), consent));
        });
        if (entry.baseline() != null) {
            say(subject, "the baseline", milestone(entry.baseline().milestone()));
        }
        if (entry.gap() != null) {
            say(
                    subject,
                    "the gap in the baseline",
                    entry.gap().owner() + " fills it by " + entry.gap().fillBy());
        }
        say(subject, "the trajectory in force", entry.trajectoryInForce());
        entry.trajectories()
                .forEach(agreed -> say(
                        subject,
                        "version %d of the trajectory"
                                .formatted(agreed.trajectory().version()),
                        trajectory(agreed.trajectory()) + ", in force from " + agreed.from()));
        entry.renegotiations().forEach(change -> add(subject, change));
        say(subject, "the day of withdrawal", entry.withdrawnOn());
    }

    private void add(String subject, TargetEntry.Renegotiation change) {
        String what = "renegotiation " + change.number();
        Boolean approved = change.approved();
        Trajectory trajectory = change.trajectory();
        say(
                subject,
                what,
                trajectory == null
                        ? "the withdrawal of the target"
                        : trajectory(trajectory) + " (" + change.ground() + ")");
        say(subject, "the outcome of " + what, approved == null ? null : approved ? "approved" : "not approved");
        change.consents().forEach(consent -> answer(subject, what, consent));
    }

    private void answer(String subject, String what, TargetEntry.Consent consent) {
        BodyId body = consent.body();
        say(subject, "what %s said to %s".formatted(body, what), consent.given() ? "consented" : "refused");
    }

    private void say(String subject, String field, @Nullable Object value) {
        if (value != null) {
            all.put(new Key(subject, field), value.toString());
        }
    }

    private static String milestone(Milestone milestone) {
        return milestone.value() + " for " + milestone.period();
    }

    private static String trajectory(Trajectory trajectory) {
        Milestone baseline = trajectory.baseline();
        String from = baseline == null ? "" : milestone(baseline) + " to ";
        return from + trajectory.milestones().stream().map(Aspects::milestone).collect(Collectors.joining(", "));
    }
}
