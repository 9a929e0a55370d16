package org.maaledger.bench.peer;

import java.util.List;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.shell.Append;
import org.maaledger.command.shell.Submission;

/** What Axon's own engines know of an append beside its events: nothing. They guard no stream that was only read. */
final class NothingGuarded implements Append {

    @Override
    public void restsOn(String stream, long lastSequence) {
        // The engine has no place for it; that spares it the check.
    }

    @Override
    public void keep(FreeText text) {
        throw new UnsupportedOperationException("this load has no free text");
    }

    @Override
    public void answers(Submission.Request request) {
        throw new UnsupportedOperationException("this load has no requests behind it");
    }

    @Override
    public List<Receipt> receipts() {
        return List.of();
    }
}
