package org.maaledger.query.register;

import static org.maaledger.query.register.RegisterTables.BASELINE;
import static org.maaledger.query.register.RegisterTables.CONSENT;
import static org.maaledger.query.register.RegisterTables.OFFER;
import static org.maaledger.query.register.RegisterTables.RENEGOTIATION;
import static org.maaledger.query.register.RegisterTables.RENEGOTIATION_CONSENT;
import static org.maaledger.query.register.RegisterTables.RENEGOTIATION_OUTCOME;
import static org.maaledger.query.register.RegisterTables.TARGET;
import static org.maaledger.query.register.RegisterTables.TRAJECTORY;
import static org.maaledger.query.register.RegisterTables.WITHDRAWAL;

import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.Trajectory;
import org.maaledger.query.projection.Rows;
import org.maaledger.query.projection.Table;

/** The rows that an event of a target makes. */
final class TargetRows {

    private TargetRows() {}

    static void of(TargetEvent event, Rows rows) {
        switch (event) {
            case TargetEvent.TargetProposed proposed -> proposed(proposed, rows);
            case TargetEvent.TargetCounterProposed counter ->
                offer(rows, counter.target(), counter.offerNumber(), counter.offer(), counter.proposedBy());
            case TargetEvent.ConsentGiven given ->
                consent(rows, CONSENT, given.target(), given.offerNumber(), given.body(), true, null);
            case TargetEvent.ConsentWithheld held ->
                consent(rows, CONSENT, held.target(), held.offerNumber(), held.body(), false, held.reason());
            case TargetEvent.BaselineSet set -> baseline(set, rows);
            case TargetEvent.BaselineGapDeclared gap -> gap(gap, rows);
            case TargetEvent.TrajectoryAgreed agreed -> trajectory(rows, agreed.target(), agreed.trajectory(), null);
            case TargetEvent.TargetWithdrawn withdrawn -> withdrawal(withdrawn, rows);
            case TargetEvent.RenegotiationProposed proposed -> renegotiation(proposed, rows);
            case TargetEvent.WithdrawalProposed proposed -> removal(proposed, rows);
            case TargetEvent.RenegotiationConsentGiven given ->
                consent(rows, RENEGOTIATION_CONSENT, given.target(), given.renegotiation(), given.body(), true, null);
            case TargetEvent.RenegotiationConsentWithheld held -> refusal(held, rows);
            case TargetEvent.RenegotiationApproved approved -> {
                trajectory(rows, approved.target(), approved.trajectory(), approved.renegotiation());
                outcome(rows, approved.target(), approved.renegotiation(), true, null);
            }
            case TargetEvent.RenegotiationRefused refused ->
                outcome(rows, refused.target(), refused.renegotiation(), false, refused.reason());
        }
    }

    private static void baseline(TargetEvent.BaselineSet set, Rows rows) {
        Milestone baseline = set.baseline();
        String source = set.source().name();
        rows.put(BASELINE, set.stream(), set.target(), baseline.period(), baseline.value(), source, null, null, null);
    }

    private static void gap(TargetEvent.BaselineGapDeclared gap, Rows rows) {
        rows.put(BASELINE, gap.stream(), gap.target(), null, null, null, gap.owner(), gap.fillBy(), gap.reason());
    }

    private static void refusal(TargetEvent.RenegotiationConsentWithheld held, Rows rows) {
        consent(rows, RENEGOTIATION_CONSENT, held.target(), held.renegotiation(), held.body(), false, held.reason());
    }

    private static void proposed(TargetEvent.TargetProposed proposed, Rows rows) {
        rows.add(
                TARGET,
                proposed.stream(),
                proposed.target(),
                proposed.agreement(),
                proposed.kind(),
                proposed.series(),
                proposed.definitionVersion(),
                proposed.unit(),
                proposed.polarity(),
                proposed.relatesTo(),
                proposed.proposedBy());
        offer(rows, proposed.target(), 1, proposed.offer(), proposed.proposedBy());
    }

    private static void offer(Rows rows, TargetId target, int number, Milestone offer, BodyId by) {
        rows.put(OFFER, key(target, number), target, number, offer.period(), offer.value(), by);
    }

    private static void consent(
            Rows rows, Table table, TargetId target, int number, BodyId body, boolean given, @Nullable TextRef reason) {
        rows.put(table, key(target, number) + "~" + body, target, number, body, given, reason);
    }

    private static void trajectory(Rows rows, TargetId target, Trajectory trajectory, @Nullable Integer renegotiation) {
        Milestone baseline = trajectory.baseline();
        rows.put(
                TRAJECTORY,
                key(target, trajectory.version()),
                target,
                trajectory.version(),
                baseline == null ? null : baseline.period(),
                baseline == null ? null : baseline.value(),
                trajectory.milestones().stream().map(Milestone::period).toList(),
                trajectory.milestones().stream().map(Milestone::value).toList(),
                renegotiation);
    }

    private static void renegotiation(TargetEvent.RenegotiationProposed proposed, Rows rows) {
        Trajectory trajectory = proposed.trajectory();
        Milestone baseline = trajectory.baseline();
        rows.put(
                RENEGOTIATION,
                key(proposed.target(), proposed.renegotiation()),
                proposed.target(),
                proposed.renegotiation(),
                trajectory.version(),
                baseline == null ? null : baseline.period(),
                baseline == null ? null : baseline.value(),
                trajectory.milestones().stream().map(Milestone::period).toList(),
                trajectory.milestones().stream().map(Milestone::value).toList(),
                proposed.ground(),
                proposed.explanation(),
                proposed.designated(),
                proposed.consentsNeeded(),
                proposed.proposedBy());
    }

    private static void removal(TargetEvent.WithdrawalProposed proposed, Rows rows) {
        rows.put(
                RENEGOTIATION,
                key(proposed.target(), proposed.renegotiation()),
                proposed.target(),
                proposed.renegotiation(),
                null,
                null,
                null,
                null,
                null,
                null,
                proposed.reason(),
                proposed.designated(),
                proposed.consentsNeeded(),
                proposed.proposedBy());
    }

    private static void withdrawal(TargetEvent.TargetWithdrawn withdrawn, Rows rows) {
        rows.put(WITHDRAWAL, withdrawn.stream(), withdrawn.target(), withdrawn.reason());
        if (withdrawn.renegotiation() != null) {
            outcome(rows, withdrawn.target(), withdrawn.renegotiation(), true, null);
        }
    }

    private static void outcome(Rows rows, TargetId target, int number, boolean approved, @Nullable TextRef reason) {
        rows.put(RENEGOTIATION_OUTCOME, key(target, number), target, number, approved, reason);
    }

    private static String key(TargetId target, int number) {
        return target + "~" + number;
    }
}
