package org.maaledger.query.progress;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.Vintage;

/**
 * What a series says of one period.
 *
 * @param definitionVersion the version of the indicator's definition that the reading follows
 */
public record PeriodReading(ReportingPeriod period, Vintage vintage, Observation observation, int definitionVersion) {

    /** Of each period only the reading in force, which is the one of the most settled vintage; in the order of the periods. */
    public static List<PeriodReading> inForce(Collection<PeriodReading> readings) {
        TreeMap<ReportingPeriod, PeriodReading> latest = new TreeMap<>();
        for (PeriodReading reading : readings) {
            latest.merge(
                    reading.period(),
                    reading,
                    (one, other) -> one.vintage().compareTo(other.vintage()) >= 0 ? one : other);
        }
        return List.copyOf(latest.values());
    }
}
