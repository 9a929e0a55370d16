package org.maaledger.command.config;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.AbstractSnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.modelling.command.AggregateRoot;

/**
 * Has snapshots taken at first after a number of events, and the further apart the longer a stream is: after as many events as make up a
 * share of it, up to a bound. A state grows with its stream, so at a short fixed distance all snapshots together would cost its square;
 * without a bound, a command on a very long stream would read ever more events.
 */
final class SnapshotsFurtherApart implements SnapshotTriggerDefinition {

    /** Of a long stream, at most half is replayed. */
    private static final int SHARE = 2;

    /** Of a very long stream, no more than this is replayed. */
    private static final int EVENTS_MAX = 2_000;

    private final Snapshotter snapshotter;
    private final int eventsMin;

    /** @param eventsMin events between two snapshots at least */
    SnapshotsFurtherApart(Snapshotter snapshotter, int eventsMin) {
        this.snapshotter = snapshotter;
        this.eventsMin = eventsMin;
    }

    @Override
    public SnapshotTrigger prepareTrigger(Class<?> aggregateType) {
        return new Trigger(snapshotter, aggregateType, eventsMin);
    }

    @Override
    public SnapshotTrigger reconfigure(Class<?> aggregateType, SnapshotTrigger trigger) {
        if (trigger instanceof Trigger known) {
            known.setSnapshotter(snapshotter);
            return known;
        }
        return prepareTrigger(aggregateType);
    }

    private static final class Trigger extends AbstractSnapshotTrigger {

        private final int eventsMin;
        private final String kind;
        private long events;
        private long last;

        Trigger(Snapshotter snapshotter, Class<?> aggregateType, int eventsMin) {
            super(snapshotter, aggregateType);
            this.eventsMin = eventsMin;
            AggregateRoot root = aggregateType.getAnnotation(AggregateRoot.class);
            this.kind = root == null ? aggregateType.getSimpleName() : root.type();
        }

        /**
         * Events of another kind are those of a stream that was asked for by mistake: a snapshot would hold nothing of it, and be found
         * by whoever is right.
         */
        @Override
        public void eventHandled(EventMessage<?> event) {
            if (event instanceof DomainEventMessage<?> domainEvent) {
                if (!kind.equals(domainEvent.getType())) {
                    return;
                }
                last = domainEvent.getSequenceNumber();
            }
            super.eventHandled(event);
        }

        @Override
        protected boolean exceedsThreshold() {
            events++;
            return events >= Math.min(Math.max(eventsMin, last / SHARE), EVENTS_MAX);
        }

        @Override
        protected void reset() {
            events = 0;
        }
    }
}
