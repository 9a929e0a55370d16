package org.maaledger.log.testing;

import java.time.LocalDate;
import java.util.UUID;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.log.NewEvent;

/** Events with meaningful defaults, for tests of the log: what they say does not matter there, only where they stand. */
public final class SampleEvents {

    /** Who acts in these tests. */
    public static final Actor ACTOR = new Actor(
            new ActorId(UUID.fromString("6f1c2c57-2f1c-4b7e-9a53-0d7e0f6a2b11")),
            new BodyId("E06000002"),
            Office.DATA_PROVIDER);

    /** When they act. */
    public static final LocalDate ACTED_ON = LocalDate.of(2009, 6, 30);

    private static final SourceRef SOURCE = new SourceRef("sample", "2009-06-30", "OGL-3.0");

    private SampleEvents() {}

    /** The stream of the series that readings of {@code group} go to. */
    public static String stream(String group) {
        return series(group).toString();
    }

    /** A reading in the series of {@code group}. */
    public static LedgerEvent reading(String group) {
        return new ReadingEvent.ReadingRecorded(
                series(group),
                ReportingPeriod.financialYear(2008),
                Vintage.FINAL,
                Observation.Measured.of("12.5"),
                SOURCE);
    }

    /** The event that opens the series of {@code group}. */
    public static LedgerEvent opening(String group) {
        return new ReadingEvent.SeriesOpened(series(group), 1, "%");
    }

    /** A reading for the place {@code sequence} in the series of {@code group}. */
    public static NewEvent at(String group, long sequence) {
        return event(UUID.randomUUID(), reading(group), sequence);
    }

    /** An event for the place {@code sequence} of its stream. */
    public static NewEvent event(UUID id, LedgerEvent payload, long sequence) {
        return new NewEvent(id, payload, sequence, ACTOR, ACTED_ON, "recordReading", "sample", null);
    }

    private static SeriesId series(String group) {
        return SeriesId.of("ni:154~E06000002~" + group);
    }
}
