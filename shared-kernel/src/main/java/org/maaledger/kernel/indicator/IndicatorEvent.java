package org.maaledger.kernel.indicator;

import java.time.LocalDate;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.provenance.SourceRef;

/** What can happen to an entry of the indicator catalogue. */
public sealed interface IndicatorEvent extends LedgerEvent {

    IndicatorCode indicator();

    @Override
    default String stream() {
        return streamOf(indicator());
    }

    /** The stream that holds the entry of {@code indicator}. */
    static String streamOf(IndicatorCode indicator) {
        return "indicator:" + indicator;
    }

    /**
     * An indicator entered the catalogue.
     *
     * @param statutory whether it is one of the statutory education and early years indicators, whose targets count outside the
     *     limit of designated ones
     */
    record IndicatorRegistered(
            IndicatorCode indicator, IndicatorDefinition definition, boolean statutory, SourceRef source)
            implements IndicatorEvent {}

    /** A new version of the definition came into force; targets bound to an earlier one stay bound to it. */
    record IndicatorRedefined(IndicatorCode indicator, IndicatorDefinition definition, LocalDate from, SourceRef source)
            implements IndicatorEvent {}

    /** The indicator is no longer collected; it is never deleted. */
    record IndicatorWithdrawn(IndicatorCode indicator, LocalDate from, SourceRef source) implements IndicatorEvent {}
}
