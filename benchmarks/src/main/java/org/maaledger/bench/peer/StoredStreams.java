package org.maaledger.bench.peer;

import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.shell.StreamSource;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.log.EnvelopeMetaData;

/** Consulted streams, read from any event store of Axon. */
record StoredStreams(EventStorageEngine storage) implements StreamSource {

    @Override
    public List<Dated> from(String stream, long first, int max) {
        return storage.readEvents(stream, first)
                .asStream()
                .limit(max)
                .map(event ->
                        new Dated((LedgerEvent) event.getPayload(), EnvelopeMetaData.actedOn(event.getMetaData())))
                .toList();
    }

    @Override
    public long lastSequence(String stream) {
        return storage.lastSequenceNumberFor(stream).orElse(-1L);
    }
}
