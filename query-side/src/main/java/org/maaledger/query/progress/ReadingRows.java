package org.maaledger.query.progress;

import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.query.projection.Rows;

/** The rows that an event of a series makes. */
final class ReadingRows {

    private ReadingRows() {}

    static void of(ReadingEvent event, long sequence, Rows rows) {
        switch (event) {
            case ReadingEvent.SeriesOpened opened -> opened(opened, rows);
            case ReadingEvent.ReadingRecorded recorded ->
                rows.add(
                        ProgressTables.READING,
                        key(recorded.series(), recorded.period(), recorded.vintage()),
                        values(
                                recorded.period(),
                                recorded.vintage(),
                                recorded.observation(),
                                sequence,
                                null,
                                null,
                                recorded.source(),
                                recorded.definitionVersion()));
            case ReadingEvent.ReadingCorrected corrected ->
                rows.put(
                        ProgressTables.READING,
                        key(corrected.series(), corrected.period(), corrected.vintage()),
                        values(
                                corrected.period(),
                                corrected.vintage(),
                                corrected.observation(),
                                sequence,
                                corrected.corrects(),
                                corrected.ground(),
                                corrected.source(),
                                corrected.definitionVersion()));
        }
    }

    private static void opened(ReadingEvent.SeriesOpened opened, Rows rows) {
        SeriesId series = opened.series();
        rows.add(
                ProgressTables.SERIES,
                opened.stream(),
                series.indicator(),
                series.area(),
                series.group(),
                opened.definitionVersion(),
                opened.unit());
    }

    private static String key(SeriesId series, ReportingPeriod period, Vintage vintage) {
        return series + "~" + period + "~" + vintage;
    }

    private static @Nullable Object[] values(
            ReportingPeriod period,
            Vintage vintage,
            Observation observation,
            long sequence,
            @Nullable Long corrects,
            @Nullable TextRef ground,
            SourceRef source,
            @Nullable Integer definitionVersion) {
        Observation.@Nullable Measured measured = observation instanceof Observation.Measured figure ? figure : null;
        Observation.@Nullable Missing missing = observation instanceof Observation.Missing gap ? gap : null;
        return new @Nullable Object[] {
            period,
            period.lastDay(),
            vintage,
            measured == null ? null : measured.value(),
            measured == null ? null : measured.lower(),
            measured == null ? null : measured.upper(),
            measured != null && measured.lowReliability(),
            measured != null && measured.combinedAreas(),
            missing == null ? null : missing.missing(),
            sequence,
            corrects,
            ground,
            source.name(),
            source.version(),
            source.licence(),
            definitionVersion
        };
    }
}
