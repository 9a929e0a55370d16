package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.area.AreaCommand;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.indicator.IndicatorCommand;
import org.maaledger.command.reading.ReadingCommand.RecordReadings;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.SeriesId;

/** The ledger, as an import uses it. Its methods may be called by several threads at once. */
interface ImportLedger {

    /** What became of a command. */
    sealed interface Outcome {

        /** Events happened: of a series, readings recorded and corrected. */
        record Done(int recorded, int corrected) implements Outcome {}

        /** The ledger knew it all. */
        record Known() implements Outcome {}

        /** It was refused. */
        record Refused(String code, String message) implements Outcome {}

        /** Refusals that say no more than that the ledger knows it already. */
        List<String> KNOWN = List.of(
                "nothing-new",
                "area-already-registered",
                "area-details-unchanged",
                "succession-already-recorded",
                "indicator-already-registered",
                "indicator-already-withdrawn");

        /** What a refusal comes to. */
        static Outcome of(Refusal refusal) {
            return KNOWN.contains(refusal.code())
                    ? new Known()
                    : new Refused(refusal.code(), refusal.grounds().message());
        }
    }

    /** Enters every area of the register into {@code book}. */
    void fill(AreaBook book);

    /** The definition of a registered indicator, null if there is none. */
    @Nullable IndicatorDefinition definition(IndicatorCode indicator);

    /** The day from which on an indicator is no longer collected, null if there is none. */
    @Nullable LocalDate withdrawnFrom(IndicatorCode indicator);

    /** Gives every reading that was ever recorded in a series, without what corrected it. */
    void eachReading(SeriesId series, Consumer<ReadingRecorded> reading);

    /** Says that commands to these streams come next. */
    void expect(Collection<String> streams);

    Outcome send(AreaCommand command);

    Outcome send(IndicatorCommand command);

    Outcome send(RecordReadings command);
}
