package org.maaledger.command.config;

import java.util.List;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.shell.Append;
import org.maaledger.command.shell.Submission;
import org.maaledger.log.AppendContext;

/** The append of the unit of work under way, told to the log. */
final class LogAppends implements Append.Source {

    @Override
    public Append current() {
        return new OfContext(AppendContext.current());
    }

    private record OfContext(AppendContext context) implements Append {

        @Override
        public void restsOn(String stream, long lastSequence) {
            context.read(stream, lastSequence);
        }

        @Override
        public void keep(FreeText text) {
            context.vault(text.ref(), text.text(), text.salt());
        }

        @Override
        public void answers(Submission.Request request) {
            context.idempotency(request.client(), request.key(), request.hash());
        }

        @Override
        public List<Receipt> receipts() {
            return context.receipt().stream()
                    .map(recorded -> new Receipt(recorded.position(), recorded.sequence(), recorded.recordedAt()))
                    .toList();
        }
    }
}
