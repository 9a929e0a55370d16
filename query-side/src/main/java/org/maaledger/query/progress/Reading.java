package org.maaledger.query.progress;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/**
 * One reading as it stands: of a series, for a period, in a vintage.
 *
 * @param unit what the figures count, by that definition; absent while the definition could not be applied to the catalogue
 * @param definitionVersion the version of the indicator's definition that the reading follows
 * @param sequence its place in the series' stream, which a correction of it must name
 * @param corrects the sequence of what it corrects, absent where it is the first
 * @param ground why it was corrected, absent where nobody said so or it was erased
 * @param on the date of the act that recorded it
 * @param position the event that recorded it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Reading(
        SeriesId series,
        ReportingPeriod period,
        Vintage vintage,
        Observation observation,
        @Nullable String unit,
        int definitionVersion,
        long sequence,
        @Nullable Long corrects,
        @Nullable String ground,
        SourceRef source,
        LocalDate on,
        long position) {

    /** Its place in the order of series, period and vintage. */
    @JsonIgnore
    String place() {
        return series + "~" + period + "~" + vintage;
    }
}
