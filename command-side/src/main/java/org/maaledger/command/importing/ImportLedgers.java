package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Consumer;
import org.maaledger.command.decision.Act;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.provenance.Actor;

/** Gives the ledger into the hands of whoever imports. */
public final class ImportLedgers {

    private final Dispatch dispatch;
    private final ReferenceRegister register;
    private final Consumer<Collection<String>> ahead;
    private final Consumer<ImportReport> reports;

    /**
     * @param ahead is told of streams to which commands are about to be sent
     * @param reports is told what became of each file
     */
    public ImportLedgers(
            Dispatch dispatch,
            ReferenceStreams streams,
            Consumer<Collection<String>> ahead,
            Consumer<ImportReport> reports) {
        this.reports = reports;
        this.dispatch = dispatch;
        this.register = new ReferenceRegister(streams);
        this.ahead = ahead;
    }

    /** The ledger as it stands now, for acts of {@code actor} on that day. */
    CommandedLedger of(Actor actor, LocalDate actedOn) {
        register.refresh();
        return new CommandedLedger(dispatch, register, ahead, Submission.of(new Act(actor, actedOn)));
    }

    /** A file has been read to its end, or refused. */
    void done(ImportReport report) {
        reports.accept(report);
    }
}
