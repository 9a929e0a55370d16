package org.maaledger.command.reading;

import java.time.LocalDate;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/** The series that the tests tell of: homes in Middlesbrough in the financial year 2008. */
final class Homes {

    static final SeriesId SERIES = SeriesId.of("ni:154~E06000002~all");
    static final SourceRef SOURCE = new SourceRef("a published table", null, "OGL-3.0");
    static final ReportingPeriod YEAR = ReportingPeriod.financialYear(2008);
    static final LocalDate SAID_ON = LocalDate.of(2009, 6, 30);
    static final SeriesOpened OPENED = new SeriesOpened(SERIES, 1, "number");

    private Homes() {}

    static RecordReading record(Vintage vintage, String value) {
        return new RecordReading(SERIES, YEAR, vintage, Observation.Measured.of(value), SOURCE, null);
    }

    static ReadingRecorded recorded(Vintage vintage, String value) {
        return new ReadingRecorded(SERIES, YEAR, vintage, Observation.Measured.of(value), SOURCE);
    }
}
