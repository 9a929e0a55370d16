package org.maaledger.command.indicator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.FromAddress;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.provenance.SourceRef;

/** What can be asked of an entry of the indicator catalogue. */
public sealed interface IndicatorCommand extends LedgerCommand {

    /** The name of this family of commands. */
    String FAMILY = "indicator";

    IndicatorCode indicator();

    @Override
    default String family() {
        return FAMILY;
    }

    @Override
    default String stream() {
        return IndicatorEvent.streamOf(indicator());
    }

    /** Puts an indicator into the catalogue; its definition is version 1. */
    record RegisterIndicator(
            IndicatorCode indicator,
            IndicatorDefinition definition,
            boolean statutory,
            SourceRef source,
            @Nullable LocalDate actedOn)
            implements IndicatorCommand {}

    /**
     * Gives an indicator its next definition.
     *
     * @param from the first day it applies
     */
    record RedefineIndicator(
            @FromAddress IndicatorCode indicator,
            IndicatorDefinition definition,
            LocalDate from,
            SourceRef source,
            @Nullable LocalDate actedOn)
            implements IndicatorCommand {}

    /**
     * States that an indicator is no longer collected.
     *
     * @param from the first day for which there are no figures any more
     */
    record WithdrawIndicator(
            @FromAddress IndicatorCode indicator,
            LocalDate from,
            SourceRef source,
            @Nullable LocalDate actedOn) implements IndicatorCommand {}
}
