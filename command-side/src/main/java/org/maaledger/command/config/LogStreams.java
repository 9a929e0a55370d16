package org.maaledger.command.config;

import java.util.List;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.shell.StreamSource;
import org.maaledger.log.LedgerReader;

/** The streams of the log. */
record LogStreams(LedgerReader reader) implements StreamSource {

    @Override
    public List<Dated> from(String stream, long first, int max) {
        return reader.ofStream(stream, first, max).stream()
                .map(stored -> new Dated(stored.payload(), stored.actedOn()))
                .toList();
    }

    @Override
    public long lastSequence(String stream) {
        return reader.lastSequence(stream).orElse(-1);
    }
}
