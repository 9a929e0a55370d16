package org.maaledger.query.testing;

import java.time.LocalDate;
import java.util.List;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.TextRef;
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
 * A small agreement from its draft to a renegotiation. Its figures are made up. Its positions: 1 draft, 2 target, 3 and 4 consents,
 * 5 baseline, 6 trajectory, 7 signature, 8 designation, 9 series, 10 and 11 readings, 12 to 14 renegotiation, 15 a later reading,
 * 16 a correction.
 */
public final class TeesValley {

    public static final AgreementId AGREEMENT = AgreementId.of("11111111-1111-4111-8111-111111111111");
    public static final TargetId TARGET = TargetId.of("22222222-2222-4222-8222-222222222222");
    public static final SeriesId SERIES = SeriesId.of("ni:154~E06000001~all");
    public static final BodyId HARTLEPOOL = new BodyId("E06000001");
    public static final BodyId MIDDLESBROUGH = new BodyId("E06000002");

    /** The position of the last event of a draft that nobody but its parties may see. */
    public static final long DRAFTED = 6;

    /** The position of the signature. */
    public static final long SIGNED = 7;

    /** The position before the renegotiation. */
    public static final long BEFORE_RENEGOTIATION = 11;

    /** The position of the last event. */
    public static final long END = 16;

    private static final byte[] SALT = new byte[TextRef.SALT_BYTES];
    private static final TextRef TITLE = TextRef.to("the title", SALT);

    private TeesValley() {}

    /** Tells it all. */
    public static void tell(QueryLedger ledger) {
        draft(ledger);
        ledger.record(
                Things.OFFICER, day(2008, 7, 14), new AgreementEvent.AgreementSigned(AGREEMENT, List.of(HARTLEPOOL)));
        ledger.record(Things.OFFICER, day(2008, 7, 20), new AgreementEvent.TargetDesignated(AGREEMENT, TARGET));
        ledger.record(
                Things.OFFICER,
                day(2010, 5, 1),
                new ReadingEvent.SeriesOpened(SERIES, 1, "%"),
                reading(2008, Vintage.FINAL, "62"),
                reading(2009, Vintage.PROVISIONAL, "66"));
        renegotiate(ledger);
        ledger.record(
                Things.OFFICER,
                day(2011, 6, 1),
                reading(2010, Vintage.PROVISIONAL, "71"),
                new ReadingEvent.ReadingCorrected(
                        SERIES,
                        ReportingPeriod.financialYear(2009),
                        Vintage.PROVISIONAL,
                        Observation.Measured.of("67"),
                        2,
                        null,
                        Things.SOURCE));
    }

    /** Tells it up to the trajectory, before anybody signs. */
    public static void draft(QueryLedger ledger) {
        AppendContext context = new AppendContext();
        context.vault(TITLE, "the title", SALT);
        ledger.record(Things.OFFICER, List.of(new Story.Deed(Things.drafted(AGREEMENT), day(2008, 5, 1))), context);
        ledger.record(Things.OFFICER, day(2008, 5, 10), Things.proposed(TARGET, AGREEMENT, SERIES));
        ledger.record(Things.OFFICER, day(2008, 5, 20), new TargetEvent.ConsentGiven(TARGET, 1, HARTLEPOOL));
        ledger.record(Things.OFFICER, day(2008, 5, 21), new TargetEvent.ConsentGiven(TARGET, 1, MIDDLESBROUGH));
        ledger.record(
                Things.OFFICER,
                day(2008, 6, 1),
                new TargetEvent.BaselineSet(TARGET, milestone(2007, "50"), Things.SOURCE),
                new TargetEvent.TrajectoryAgreed(TARGET, trajectory(1, "60", "70", "80")));
    }

    private static void renegotiate(QueryLedger ledger) {
        Trajectory lower = trajectory(2, "60", "65", "70");
        ledger.record(
                Things.OFFICER,
                day(2010, 6, 1),
                new TargetEvent.RenegotiationProposed(
                        TARGET,
                        1,
                        lower,
                        RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                        Things.REASON,
                        true,
                        List.of(MIDDLESBROUGH),
                        HARTLEPOOL),
                new TargetEvent.RenegotiationConsentGiven(TARGET, 1, MIDDLESBROUGH),
                new TargetEvent.RenegotiationApproved(TARGET, 1, lower));
    }

    private static ReadingEvent reading(int year, Vintage vintage, String value) {
        return new ReadingEvent.ReadingRecorded(
                SERIES, ReportingPeriod.financialYear(year), vintage, Observation.Measured.of(value), Things.SOURCE);
    }

    /** A trajectory from 50 in 2007 through the three years of the agreement. */
    public static Trajectory trajectory(int version, String first, String second, String third) {
        return new Trajectory(
                version,
                milestone(2007, "50"),
                List.of(milestone(2008, first), milestone(2009, second), milestone(2010, third)));
    }

    /** A value for a financial year. */
    public static Milestone milestone(int year, String value) {
        return new Milestone(ReportingPeriod.financialYear(year), Quantity.of(value));
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
