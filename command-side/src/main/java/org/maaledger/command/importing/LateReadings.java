package org.maaledger.command.importing;

import java.util.HashSet;
import java.util.Set;
import org.maaledger.command.reading.Figure;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/**
 * What is on record of withdrawn indicators. A withdrawal may be recorded after readings of periods that it is about, and those stay;
 * a file that states them again says nothing new. Read from the log once for each withdrawn indicator that a file tells of, and for no
 * other; a reading takes as much memory as a row of the file.
 */
final class LateReadings {

    /** Readings of the log stand on no line of the file. */
    private static final int OF_THE_LOG = 1;

    private final ImportLedger ledger;
    private final Set<IndicatorCode> read = new HashSet<>();
    private final SeenFigures onRecord = new SeenFigures();

    LateReadings(ImportLedger ledger) {
        this.ledger = ledger;
    }

    /** Whether something is on record of a period and vintage, whatever it says. */
    boolean hold(SeriesId series, ReportingPeriod period, Vintage vintage) {
        if (read.add(series.indicator())) {
            ledger.eachReading(
                    series.indicator(),
                    one -> onRecord.enter(new Fact(
                            OF_THE_LOG, one.series(), new Figure(one.period(), one.vintage(), one.observation()))));
        }
        return onRecord.holds(series, period, vintage);
    }
}
