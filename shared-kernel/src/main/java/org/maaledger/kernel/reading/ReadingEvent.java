package org.maaledger.kernel.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.provenance.TextRef;

/** What can happen to a series of readings. Nothing is ever overwritten: a correction points at what it corrects. */
public sealed interface ReadingEvent extends LedgerEvent {

    SeriesId series();

    @Override
    default String stream() {
        return series().toString();
    }

    /**
     * The first reading of a series arrived.
     *
     * @param definitionVersion the version of the indicator's definition that readings follow unless they say otherwise
     * @param unit the unit of the readings
     */
    record SeriesOpened(SeriesId series, int definitionVersion, String unit) implements ReadingEvent {}

    /**
     * A source published a figure, or that there is none, for a period for which this vintage was not yet on record.
     *
     * @param definitionVersion the version of the indicator's definition that it follows, where that is not the one of the series
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadingRecorded(
            SeriesId series,
            ReportingPeriod period,
            Vintage vintage,
            Observation observation,
            SourceRef source,
            @Nullable Integer definitionVersion)
            implements ReadingEvent {

        /** A reading that follows the definition of its series. */
        public ReadingRecorded(
                SeriesId series, ReportingPeriod period, Vintage vintage, Observation observation, SourceRef source) {
            this(series, period, vintage, observation, source, null);
        }
    }

    /**
     * A recorded reading was corrected: the same period and vintage now reads otherwise.
     *
     * @param corrects the sequence number, in this series, of the event that is corrected
     * @param ground why, where whoever corrected it said so; the text lies in the vault
     * @param definitionVersion the version of the indicator's definition that it follows, where that is not the one of the series
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadingCorrected(
            SeriesId series,
            ReportingPeriod period,
            Vintage vintage,
            Observation observation,
            long corrects,
            @Nullable TextRef ground,
            SourceRef source,
            @Nullable Integer definitionVersion)
            implements ReadingEvent {

        /** A correction that follows the definition of its series. */
        public ReadingCorrected(
                SeriesId series,
                ReportingPeriod period,
                Vintage vintage,
                Observation observation,
                long corrects,
                @Nullable TextRef ground,
                SourceRef source) {
            this(series, period, vintage, observation, corrects, ground, source, null);
        }
    }
}
