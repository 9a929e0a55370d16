package org.maaledger.query.projection;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.maaledger.kernel.LedgerEvent;

/** Events of one stream are processed in their order; Axon's own policy may skip one after a restart (its issue 4253). */
final class StreamSequencing implements SequencingPolicy<EventMessage<?>> {

    @Override
    public Object getSequenceIdentifierFor(EventMessage<?> message) {
        return message.getPayload() instanceof LedgerEvent event ? event.stream() : message.getIdentifier();
    }
}
