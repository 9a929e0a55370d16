package org.maaledger.query.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.kernel.target.Trajectory;
import org.maaledger.log.AppendContext;

/**
 * A signed agreement of many targets, each with offers, consents, a baseline, a trajectory of three milestones and three readings of a
 * series of its own. Its figures are made up.
 */
public final class LargeAgreement {

    /** Events of the agreement or one of its targets that each target stands for, but for those of renegotiations. */
    public static final int EVENTS_EACH = 7;

    private static final int EVENTS_AT_A_TIME = 2_000;
    private static final BodyId FIRST = new BodyId("E06000001");
    private static final BodyId SECOND = new BodyId("E06000002");
    private static final LocalDate SIGNED = LocalDate.of(2008, 7, 14);

    private final AgreementId id;
    private final int number;
    private final int targets;

    /** The numbered one, of so many targets. */
    public LargeAgreement(int number, int targets) {
        this.id = new AgreementId(new UUID(0x4000L + ((long) number << 32), 0x8000_0000_0000_0000L));
        this.number = number;
        this.targets = targets;
    }

    public AgreementId id() {
        return id;
    }

    /** The numbered target, counted from 0. */
    public TargetId target(int target) {
        return new TargetId(new UUID(0x4001L + ((long) number << 32), 0x8000_0000_0000_0000L + target));
    }

    /** What the numbered target is measured by. */
    public SeriesId series(int target) {
        return SeriesId.of("ni:%d~E0%07d~all".formatted(1 + target % 198, number * 10 + target / 198));
    }

    /** Records it whole, readings included; returns the position of the last event. */
    public long tell(QueryLedger ledger) {
        List<LedgerEvent> events = new ArrayList<>();
        events.add(Things.drafted(id));
        for (int target = 0; target < targets; target++) {
            negotiated(events, target);
        }
        events.add(new AgreementEvent.AgreementSigned(id, List.of(FIRST)));
        for (int target = 0; target < targets; target++) {
            measured(events, target);
        }
        return record(ledger, SIGNED, events);
    }

    /** Records a renegotiation of each target, from proposal to approval; returns the position of the last event. */
    public long renegotiate(QueryLedger ledger, int renegotiation) {
        List<LedgerEvent> events = new ArrayList<>();
        for (int target = 0; target < targets; target++) {
            Trajectory changed = trajectory(renegotiation + 1);
            events.add(new TargetEvent.RenegotiationProposed(
                    target(target),
                    renegotiation,
                    changed,
                    RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                    Things.REASON,
                    false,
                    List.of(SECOND),
                    FIRST));
            events.add(new TargetEvent.RenegotiationConsentGiven(target(target), renegotiation, SECOND));
            events.add(new TargetEvent.RenegotiationApproved(target(target), renegotiation, changed));
        }
        return record(ledger, SIGNED.plusDays(renegotiation), events);
    }

    private void negotiated(List<LedgerEvent> events, int target) {
        TargetId one = target(target);
        events.add(Things.proposed(one, id, series(target)));
        events.add(new TargetEvent.TargetCounterProposed(one, 2, milestone(2010, 79), SECOND));
        events.add(new TargetEvent.ConsentGiven(one, 2, FIRST));
        events.add(new TargetEvent.ConsentGiven(one, 2, Things.GOVERNMENT_OFFICE));
        events.add(new TargetEvent.BaselineSet(one, milestone(2007, 50), Things.SOURCE));
        events.add(new TargetEvent.TrajectoryAgreed(one, trajectory(1)));
        if (target < Things.rules().designatedTargetsMax()) {
            events.add(new AgreementEvent.TargetDesignated(id, one));
        }
    }

    private void measured(List<LedgerEvent> events, int target) {
        SeriesId series = series(target);
        events.add(new ReadingEvent.SeriesOpened(series, 1, "%"));
        for (int year = 2008; year <= 2010; year++) {
            events.add(new ReadingEvent.ReadingRecorded(
                    series,
                    ReportingPeriod.financialYear(year),
                    Vintage.FINAL,
                    Observation.Measured.of(55 + target % 30 + "." + year % 10),
                    Things.SOURCE));
        }
    }

    private static Trajectory trajectory(int version) {
        return new Trajectory(
                version,
                milestone(2007, 50),
                List.of(milestone(2008, 60), milestone(2009, 65 + version % 5), milestone(2010, 79)));
    }

    private static Milestone milestone(int year, int value) {
        return new Milestone(ReportingPeriod.financialYear(year), Quantity.of(Integer.toString(value)));
    }

    private static long record(QueryLedger ledger, LocalDate day, List<LedgerEvent> events) {
        long last = 0;
        for (int from = 0; from < events.size(); from += EVENTS_AT_A_TIME) {
            List<Story.Deed> deeds = events.subList(from, Math.min(events.size(), from + EVENTS_AT_A_TIME)).stream()
                    .map(event -> new Story.Deed(event, day))
                    .toList();
            last = ledger.record(Things.OFFICER, deeds, new AppendContext());
        }
        return last;
    }
}
