package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.area.AreaCommand;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.indicator.IndicatorCommand;
import org.maaledger.command.reading.ReadingCommand.RecordReadings;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;

/** The ledger itself, in the hands of whoever imports: every change is a command like any other. */
final class CommandedLedger implements ImportLedger {

    private final Dispatch dispatch;
    private final Submission submission;
    private final Map<IndicatorCode, IndicatorDefinition> definitions = new ConcurrentHashMap<>();
    private final Map<IndicatorCode, LocalDate> withdrawals = new ConcurrentHashMap<>();
    private final Map<AreaCode, AreaDetails> details = new ConcurrentHashMap<>();

    /** Reads the area register and the indicator catalogue once, as they stand when the import begins. */
    CommandedLedger(Dispatch dispatch, ReferenceStreams streams, Actor actor, LocalDate actedOn) {
        this.dispatch = dispatch;
        this.submission = Submission.of(new Act(actor, actedOn));
        streams.each("indicator:", this::learn);
        streams.each("area:", this::learn);
    }

    private void learn(LedgerEvent event) {
        if (event instanceof IndicatorEvent.IndicatorRegistered it) {
            definitions.put(it.indicator(), it.definition());
        } else if (event instanceof IndicatorEvent.IndicatorRedefined it) {
            definitions.put(it.indicator(), it.definition());
        } else if (event instanceof IndicatorEvent.IndicatorWithdrawn it) {
            withdrawals.put(it.indicator(), it.from());
        } else if (event instanceof AreaEvent.AreaRegistered it) {
            details.put(it.area(), it.details());
        } else if (event instanceof AreaEvent.AreaDetailsRevised it) {
            details.put(it.area(), it.details());
        }
    }

    @Override
    public void fill(AreaBook book) {
        details.forEach(book::enter);
    }

    @Override
    public @Nullable IndicatorDefinition definition(IndicatorCode indicator) {
        return definitions.get(indicator);
    }

    /** What the register says of a place, null if it does not know it. */
    @Nullable AreaDetails details(AreaCode area) {
        return details.get(area);
    }

    @Override
    public @Nullable LocalDate withdrawnFrom(IndicatorCode indicator) {
        return withdrawals.get(indicator);
    }

    @Override
    public Outcome send(AreaCommand command) {
        return sent(command);
    }

    @Override
    public Outcome send(IndicatorCommand command) {
        return sent(command);
    }

    @Override
    public Outcome send(RecordReadings command) {
        return sent(command);
    }

    private Outcome sent(LedgerCommand command) {
        try {
            int recorded = 0;
            int corrected = 0;
            for (LedgerEvent event : dispatch.send(command, submission).events()) {
                recorded += event instanceof ReadingRecorded ? 1 : 0;
                corrected += event instanceof ReadingCorrected ? 1 : 0;
            }
            return new Outcome.Done(recorded, corrected);
        } catch (CommandRefused refused) {
            return Outcome.of(refused.refusal());
        }
    }
}
