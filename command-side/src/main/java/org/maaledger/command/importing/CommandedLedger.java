package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;
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
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.SeriesId;

/** The ledger itself, in the hands of whoever imports: every change is a command like any other. */
final class CommandedLedger implements ImportLedger {

    private final Dispatch dispatch;
    private final ReferenceRegister register;
    private final Consumer<Collection<String>> ahead;
    private final Submission submission;

    CommandedLedger(
            Dispatch dispatch, ReferenceRegister register, Consumer<Collection<String>> ahead, Submission submission) {
        this.dispatch = dispatch;
        this.register = register;
        this.ahead = ahead;
        this.submission = submission;
    }

    @Override
    public void fill(AreaBook book) {
        register.fill(book);
    }

    @Override
    public @Nullable IndicatorDefinition definition(IndicatorCode indicator) {
        return register.definition(indicator);
    }

    /** What the register says of a place, null if it does not know it. */
    @Nullable AreaDetails details(AreaCode area) {
        return register.details(area);
    }

    @Override
    public @Nullable LocalDate withdrawnFrom(IndicatorCode indicator) {
        return register.withdrawnFrom(indicator);
    }

    @Override
    public void eachReading(SeriesId series, Consumer<ReadingRecorded> reading) {
        register.eachReading(series, reading);
    }

    @Override
    public void expect(Collection<String> streams) {
        ahead.accept(streams);
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

    /** As the import's own act, unless the command says when it was done. */
    private Submission dated(LedgerCommand command) {
        LocalDate on = command.actedOn();
        return on == null ? submission : Submission.of(new Act(submission.act().actor(), on));
    }

    private Outcome sent(LedgerCommand command) {
        try {
            int recorded = 0;
            int corrected = 0;
            for (LedgerEvent event : dispatch.send(command, dated(command)).events()) {
                recorded += event instanceof ReadingRecorded ? 1 : 0;
                corrected += event instanceof ReadingCorrected ? 1 : 0;
            }
            return new Outcome.Done(recorded, corrected);
        } catch (CommandRefused refused) {
            return Outcome.of(refused.refusal());
        }
    }
}
