package org.maaledger.query.progress;

import java.util.List;
import java.util.Set;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.Trajectory;
import org.maaledger.query.projection.Fact;
import org.maaledger.query.projection.Projector;
import org.maaledger.query.projection.Rows;
import org.maaledger.query.projection.Table;
import org.springframework.stereotype.Component;

/** Readings, and what targets are judged against. Judgements are worked out when they are asked for, never stored. */
@Component
final class ProgressProjection implements Projector {

    static final String NAME = "progress";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int revision() {
        return 2;
    }

    @Override
    public Set<Class<? extends LedgerEvent>> families() {
        return Set.of(AgreementEvent.class, TargetEvent.class, ReadingEvent.class);
    }

    @Override
    public List<Table> tables() {
        return ProgressTables.ALL;
    }

    @Override
    public void apply(Fact fact, Rows rows) {
        switch (fact.event()) {
            case AgreementEvent event -> agreement(event, rows);
            case TargetEvent event -> target(event, rows);
            case ReadingEvent event -> ReadingRows.of(event, fact.sequence(), rows);
            case AreaEvent event -> {
                // Series name places by their codes.
            }
            case IndicatorEvent event -> {
                // Series and targets carry the version of the definition that they follow.
            }
        }
    }

    private static void agreement(AgreementEvent event, Rows rows) {
        switch (event) {
            case AgreementEvent.AgreementDrafted drafted ->
                rows.add(
                        ProgressTables.TOLERANCE,
                        drafted.stream(),
                        drafted.agreement(),
                        drafted.rules().amberTolerance());
            case AgreementEvent.PartyJoined _,
                    AgreementEvent.PartyLeft _,
                    AgreementEvent.ResponsibleAuthorityChanged _ -> {
                // Who the parties are, and who is accountable, does not bear on a judgement.
            }
            case AgreementEvent.AgreementSigned _ -> {
                // A trajectory binds from the day it was agreed, whether or not the document is signed.
            }
            case AgreementEvent.TargetDesignated _, AgreementEvent.DesignationRevoked _ -> {
                // Designated and local targets are judged alike.
            }
        }
    }

    private static void target(TargetEvent event, Rows rows) {
        switch (event) {
            case TargetEvent.TargetProposed proposed ->
                rows.add(
                        ProgressTables.COURSE,
                        proposed.stream(),
                        proposed.target(),
                        proposed.agreement(),
                        proposed.series(),
                        proposed.definitionVersion(),
                        proposed.unit(),
                        proposed.polarity());
            case TargetEvent.TargetCounterProposed _, TargetEvent.ConsentGiven _, TargetEvent.ConsentWithheld _ -> {
                // An offer is not a course until it is agreed.
            }
            case TargetEvent.BaselineSet _, TargetEvent.BaselineGapDeclared _ -> {
                // A trajectory carries the baseline it was agreed with, or that it has none; a later one changes no
                // judgement.
            }
            case TargetEvent.TrajectoryAgreed agreed -> trajectory(rows, agreed.target(), agreed.trajectory());
            case TargetEvent.TargetWithdrawn withdrawn ->
                rows.put(ProgressTables.WITHDRAWAL, withdrawn.stream(), withdrawn.target());
            case TargetEvent.RenegotiationProposed _,
                    TargetEvent.WithdrawalProposed _,
                    TargetEvent.RenegotiationConsentGiven _,
                    TargetEvent.RenegotiationConsentWithheld _,
                    TargetEvent.RenegotiationRefused _ -> {
                // The trajectory in force stays in force until a change is approved.
            }
            case TargetEvent.RenegotiationApproved approved ->
                trajectory(rows, approved.target(), approved.trajectory());
        }
    }

    private static void trajectory(Rows rows, TargetId target, Trajectory trajectory) {
        Milestone baseline = trajectory.baseline();
        rows.put(
                ProgressTables.TRAJECTORY,
                target + "~" + trajectory.version(),
                target,
                trajectory.version(),
                baseline == null ? null : baseline.period(),
                baseline == null ? null : baseline.value(),
                trajectory.milestones().stream().map(Milestone::period).toList(),
                trajectory.milestones().stream().map(Milestone::value).toList());
    }
}
