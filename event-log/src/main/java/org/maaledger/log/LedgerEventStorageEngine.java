package org.maaledger.log;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;

/**
 * The log as Axon's event store sees it. A tracking token is one number, the position; it needs no list of gaps, because there are
 * none.
 */
public final class LedgerEventStorageEngine implements EventStorageEngine {

    /** Events read at a time: some hundred kilobytes. */
    static final int PAGE = 1_000;

    private final Appender appender;
    private final LedgerReader reader;
    private final @Nullable Snapshots snapshots;
    private final StreamsAhead ahead;

    /** An engine that keeps snapshots, or none if {@code snapshots} is null. */
    public LedgerEventStorageEngine(Appender appender, LedgerReader reader, @Nullable Snapshots snapshots) {
        this.appender = appender;
        this.reader = reader;
        this.snapshots = snapshots;
        this.ahead = new StreamsAhead(reader);
    }

    /**
     * Reads {@code streams} with one question, for commands to their aggregates that are about to come: one question for hundreds of
     * streams costs less than two for each. If others write to them meanwhile, the appends of these commands fail as conflicts and
     * are decided again on what the log then holds.
     */
    public void readAhead(Collection<String> streams) {
        ahead.read(streams);
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        if (!events.isEmpty()) {
            AppendContext context = CurrentUnitOfWork.isStarted() ? AppendContext.current() : new AppendContext();
            appender.append(
                    events.stream().map(LedgerEventStorageEngine::newEvent).toList(), context);
        }
    }

    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        if (snapshots != null) {
            snapshots.store(snapshot);
        }
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return snapshots == null || ahead.holds(aggregateIdentifier)
                ? Optional.empty()
                : snapshots.read(aggregateIdentifier);
    }

    /**
     * All events after {@code token} up to the end of the log, page by page; between pages no connection is held.
     *
     * <p>Where {@code mayBlock}, one page: so asks the thread by which Axon follows the log for all processors, again and again. While it
     * is in a stream it keeps every event that the stream has given, and beside steady writers a stream of all pages has no end.
     */
    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(@Nullable TrackingToken token, boolean mayBlock) {
        long after = position(token);
        Stream<StoredEvent> events = mayBlock
                ? reader.after(after, PAGE).stream()
                : pages(after, from -> reader.after(from, PAGE), StoredEvent::position);
        return events.map(LedgerEventStorageEngine::tracked);
    }

    @Override
    public DomainEventStream readEvents(String aggregateIdentifier, long firstSequenceNumber) {
        List<StoredEvent> known = ahead.take(aggregateIdentifier);
        if (known != null) {
            return DomainEventStream.of(known.stream()
                    .filter(event -> event.sequence() >= firstSequenceNumber)
                    .map(LedgerEventStorageEngine::domain));
        }
        return DomainEventStream.of(pages(
                        firstSequenceNumber - 1,
                        after -> reader.ofStream(aggregateIdentifier, after + 1, PAGE),
                        StoredEvent::sequence)
                .map(LedgerEventStorageEngine::domain));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = reader.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.head());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.moments().positionAt(dateTime.minus(1, ChronoUnit.MICROS)));
    }

    private static Stream<StoredEvent> pages(
            long start, LongFunction<List<StoredEvent>> read, java.util.function.ToLongFunction<StoredEvent> place) {
        return Stream.iterate(
                        read.apply(start),
                        page -> !page.isEmpty(),
                        page -> page.size() < PAGE ? List.of() : read.apply(place.applyAsLong(page.getLast())))
                .flatMap(List::stream);
    }

    private static long position(@Nullable TrackingToken token) {
        if (token == null) {
            return 0;
        }
        return token.position()
                .orElseThrow(() -> new IllegalArgumentException("a token of this log is a position, not " + token));
    }

    private static GenericDomainEventMessage<LedgerEvent> domain(StoredEvent event) {
        Envelope envelope = event.envelope();
        return new GenericDomainEventMessage<>(
                envelope.aggregateType(),
                envelope.aggregateId(),
                envelope.sequence(),
                event.payload(),
                EnvelopeMetaData.of(envelope),
                envelope.eventId().toString(),
                envelope.recordedAt());
    }

    private static TrackedEventMessage<?> tracked(StoredEvent event) {
        return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(event.position()), domain(event));
    }

    private static NewEvent newEvent(EventMessage<?> message) {
        if (!(message instanceof DomainEventMessage<?> event) || !(event.getPayload() instanceof LedgerEvent payload)) {
            throw new IllegalArgumentException(
                    "only events of the ledger's aggregates are recorded, not " + message.getPayloadType());
        }
        if (!payload.stream().equals(event.getAggregateIdentifier())) {
            throw new IllegalArgumentException("an event of the stream %s was applied to the aggregate %s"
                    .formatted(payload.stream(), event.getAggregateIdentifier()));
        }
        Map<String, Object> metaData = event.getMetaData();
        Object causation = metaData.get(EnvelopeMetaData.CAUSATION);
        return new NewEvent(
                UUID.fromString(event.getIdentifier()),
                payload,
                event.getSequenceNumber(),
                EnvelopeMetaData.actor(metaData),
                EnvelopeMetaData.actedOn(metaData),
                EnvelopeMetaData.text(metaData, EnvelopeMetaData.COMMAND),
                EnvelopeMetaData.text(metaData, EnvelopeMetaData.CORRELATION),
                causation == null ? null : causation.toString());
    }
}
