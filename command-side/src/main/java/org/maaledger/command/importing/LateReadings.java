package org.maaledger.command.importing;

import java.util.HashSet;
import java.util.Set;
import org.maaledger.command.reading.Figure;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/**
 * What is on record of withdrawn indicators. A withdrawal may be recorded after readings of periods that it is about, and those stay;
 * a file that states them again says nothing new. A series is read from the log when a row of such a period first names it; a reading
 * takes as much memory as a row of the file. What is remembered is forgotten, and read again if need be, once it is more than a file
 * may be about.
 */
final class LateReadings {

    /** Readings of the log stand on no line of the file. */
    private static final int OF_THE_LOG = 1;

    /** Half as many as a file may have rows: 40 MB. */
    private static final int READINGS_MAX = ReadingImport.ROWS_MAX / 2;

    private final ImportLedger ledger;
    private final int readingsMax;
    private final Set<SeriesId> read = new HashSet<>();
    private SeenFigures onRecord = new SeenFigures();

    LateReadings(ImportLedger ledger) {
        this(ledger, READINGS_MAX);
    }

    /** @param readingsMax readings remembered, but for those of the last series; it changes nothing but memory and speed */
    LateReadings(ImportLedger ledger, int readingsMax) {
        this.ledger = ledger;
        this.readingsMax = readingsMax;
    }

    /** Whether something is on record of a period and vintage, whatever it says. */
    boolean hold(SeriesId series, ReportingPeriod period, Vintage vintage) {
        if (!read.contains(series)) {
            if (onRecord.size() > readingsMax
                    || read.size() + onRecord.seriesAndPeriods() > Inspection.SERIES_AND_PERIODS_MAX) {
                read.clear();
                onRecord = new SeenFigures();
            }
            read.add(series);
            ledger.eachReading(
                    series,
                    one -> onRecord.enter(new Fact(
                            OF_THE_LOG, one.series(), new Figure(one.period(), one.vintage(), one.observation()))));
        }
        return onRecord.holds(series, period, vintage);
    }
}
