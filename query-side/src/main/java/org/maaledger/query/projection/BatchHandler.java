package org.maaledger.query.projection;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.log.EnvelopeMetaData;

/** Collects the events of Axon's batch, and writes them as one just before it commits: rows, position and token together. */
final class BatchHandler implements EventMessageHandler {

    private final Projections projections;
    private final Projector projection;
    private final Runnable retire;
    private final String resource;

    /** {@code retire} is run when a program of another revision has taken over. */
    BatchHandler(Projections projections, Projector projection, Runnable retire) {
        this.projections = projections;
        this.projection = projection;
        this.retire = retire;
        this.resource = "facts of " + projection.name();
    }

    @Override
    public Object handle(EventMessage<?> message) {
        UnitOfWork<?> work = CurrentUnitOfWork.get();
        List<Fact> facts = work.getOrComputeResource(resource, key -> {
            List<Fact> batch = new ArrayList<>();
            work.onPrepareCommit(_ -> write(batch));
            return batch;
        });
        facts.add(fact(message));
        return facts;
    }

    private void write(List<Fact> batch) {
        try {
            projections.write(projection, batch);
        } catch (NotPrepared e) {
            retire.run();
            throw e;
        }
    }

    @Override
    public Class<?> getTargetType() {
        return projection.getClass();
    }

    /** Axon cannot reset it: a projection is rebuilt beside the one that answers, see {@link Projections#rebuild}. */
    @Override
    public boolean supportsReset() {
        return false;
    }

    /** The fact that {@code message} carries; one that is not an event of the ledger stops the processor. */
    static Fact fact(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event) || !(event.getPayload() instanceof LedgerEvent payload)) {
            throw new IllegalStateException("not an event of the ledger: " + message.getPayloadType());
        }
        return new Fact(
                EnvelopeMetaData.position(message.getMetaData()),
                event.getSequenceNumber(),
                event.getTimestamp(),
                EnvelopeMetaData.actedOn(message.getMetaData()),
                EnvelopeMetaData.actor(message.getMetaData()),
                EnvelopeMetaData.text(message.getMetaData(), EnvelopeMetaData.COMMAND),
                payload);
    }
}
