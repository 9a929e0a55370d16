package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.json.JacksonSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.SampleEvents;

/** Aim: Axon's event store works on the log as it does on its own engines. Method: units of work, streams, tokens and snapshots. */
final class Axon_on_the_log {

    private static final String STREAM = SampleEvents.stream("a");

    private LedgerDatabase ledger;
    private LedgerEventStorageEngine engine;
    private EmbeddedEventStore store;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.create();
        engine = engine("first");
        store = EmbeddedEventStore.builder().storageEngine(engine).build();
    }

    @AfterEach
    void close() {
        store.shutDown();
        ledger.close();
    }

    private LedgerEventStorageEngine engine(String codeRevision) {
        Snapshots snapshots = new Snapshots(ledger.app(), JacksonSerializer.defaultSerializer(), codeRevision);
        return new LedgerEventStorageEngine(ledger.appender(), ledger.reader(), snapshots);
    }

    private static DomainEventMessage<LedgerEvent> event(LedgerEvent payload, long sequence) {
        return new GenericDomainEventMessage<>(
                "reading-series",
                payload.stream(),
                sequence,
                payload,
                EnvelopeMetaData.of(SampleEvents.ACTOR, SampleEvents.ACTED_ON, "recordReading", "request-1"));
    }

    private AppendContext publish(DomainEventMessage<?>... events) {
        DefaultUnitOfWork<?> unit = DefaultUnitOfWork.startAndGet(GenericMessage.asMessage("a command"));
        AppendContext context = AppendContext.current();
        unit.execute(() -> store.publish(events));
        return context;
    }

    @Test
    void publishes_a_unit_of_work_as_one_append_and_gives_a_receipt() {
        AppendContext context = publish(event(SampleEvents.opening("a"), 0), event(SampleEvents.reading("a"), 1));

        assertThat(context.receipt()).extracting(Recorded::position).containsExactly(1L, 2L);
        assertThat(store.readEvents(STREAM).asStream().<Object>map(DomainEventMessage::getPayload))
                .containsExactly(SampleEvents.opening("a"), SampleEvents.reading("a"));
        assertThat(store.lastSequenceNumberFor(STREAM)).contains(1L);
    }

    @Test
    void tells_handlers_who_acted_when_and_where_it_stands() {
        publish(event(SampleEvents.reading("a"), 0));

        Map<String, Object> metaData =
                engine.readEvents(null, false).findFirst().orElseThrow().getMetaData();

        assertThat(EnvelopeMetaData.actor(metaData)).isEqualTo(SampleEvents.ACTOR);
        assertThat(EnvelopeMetaData.actedOn(metaData)).isEqualTo(SampleEvents.ACTED_ON);
        assertThat(EnvelopeMetaData.position(metaData)).isEqualTo(1);
        assertThat(EnvelopeMetaData.recordedAt(metaData))
                .isEqualTo(ledger.reader().after(0, 1).getFirst().recordedAt());
        assertThat(metaData).containsEntry(EnvelopeMetaData.COMMAND, "recordReading");
    }

    @Test
    void makes_a_conflict_a_concurrency_exception_that_the_bus_may_retry() {
        publish(event(SampleEvents.reading("a"), 0));

        assertThatThrownBy(() -> publish(event(SampleEvents.reading("a"), 0))).isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void refuses_what_is_no_event_of_the_ledger() {
        assertThatThrownBy(() -> engine.appendEvents(List.of(GenericEventMessage.asEventMessage("a text"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> engine.appendEvents(List.of(new GenericDomainEventMessage<>(
                        "reading-series", STREAM, 0, SampleEvents.reading("a"), Map.of()))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("actor");
    }

    @Test
    void reads_on_from_a_token_which_is_a_position() {
        publish(event(SampleEvents.reading("a"), 0), event(SampleEvents.reading("b"), 0));
        publish(event(SampleEvents.reading("a"), 1));

        assertThat(positions(engine.readEvents(new GlobalSequenceTrackingToken(1), true)))
                .containsExactly(2L, 3L);
        assertThat(engine.createTailToken().position()).hasValue(0);
        assertThat(engine.createHeadToken().position()).hasValue(3);
        StoredEvent last = ledger.reader().after(2, 1).getFirst();
        assertThat(engine.createTokenAt(last.recordedAt()).position()).hasValue(2);
        assertThat(ledger.reader().moments().positionAt(last.recordedAt())).isEqualTo(3);
    }

    @Test
    void gives_out_what_was_read_ahead_once_and_then_asks_the_log() {
        publish(event(SampleEvents.opening("a"), 0));
        engine.readAhead(List.of(STREAM, SampleEvents.stream("b")));
        publish(event(SampleEvents.reading("a"), 1));

        assertThat(engine.readEvents(STREAM, 0).asStream()).as("read ahead").hasSize(1);
        assertThat(engine.readEvents(STREAM, 0).asStream()).as("from the log").hasSize(2);
        assertThat(engine.readEvents(SampleEvents.stream("b"), 0).asStream()).isEmpty();
    }

    @Test
    void reads_no_eventsstream_ahead() {
        List<NewEvent> events = Stream.iterate(0, n -> n + 1)
                .limit(33)
                .map(n -> SampleEvents.at("a", n))
                .toList();
        ledger.appender().append(events, new AppendContext());
        ledger.appender().append(List.of(SampleEvents.at("b", 0)), new AppendContext());
        engine.readAhead(List.of(SampleEvents.stream("a"), SampleEvents.stream("b")));
        ledger.appender().append(List.of(SampleEvents.at("a", 33)), new AppendContext());
        ledger.appender().append(List.of(SampleEvents.at("b", 1)), new AppendContext());

        assertThat(engine.readEvents(SampleEvents.stream("a"), 0).asStream())
                .as("from the log")
                .hasSize(34);
        assertThat(engine.readEvents(SampleEvents.stream("b"), 0).asStream())
                .as("read ahead")
                .hasSize(1);
    }

    @Test
    void a_command_that_rests_on_what_was_read_ahead_and_is_behind_fails_as_a_conflict() {
        engine.readAhead(List.of(STREAM));
        publish(event(SampleEvents.opening("a"), 0));

        long known = engine.readEvents(STREAM, 0).asStream().count();
        assertThatThrownBy(() -> publish(event(SampleEvents.opening("a"), known)))
                .isInstanceOf(ConcurrencyException.class);
    }

    @Test
    void reads_no_snapshot_of_a_stream_that_was_read_ahead_whole() {
        publish(event(SampleEvents.opening("a"), 0), event(SampleEvents.reading("a"), 1));
        engine.storeSnapshot(event(SampleEvents.reading("a"), 1));
        engine.readAhead(List.of(STREAM));

        assertThat(engine.readSnapshot(STREAM)).isEmpty();
        assertThat(engine.readEvents(STREAM, 0).asStream()).hasSize(2);
        assertThat(engine.readSnapshot(STREAM)).isPresent();
    }

    @Test
    void reads_the_events_of_some_types_of_aggregates_between_two_positions() {
        publish(event(SampleEvents.opening("a"), 0), event(SampleEvents.reading("a"), 1));

        assertThat(ledger.reader().ofTypes(List.of("reading-series"), 1, 2, 10))
                .extracting(StoredEvent::position)
                .containsExactly(2L);
        assertThat(ledger.reader().ofTypes(List.of("area", "indicator"), 0, 2, 10))
                .isEmpty();
    }

    @Test
    void reads_more_than_one_page() {
        for (int i = 0; i < 25; i++) {
            int from = i * 100;
            ledger.appender()
                    .append(
                            Stream.iterate(from, n -> n + 1)
                                    .limit(100)
                                    .map(n -> SampleEvents.at("a", n))
                                    .toList(),
                            new AppendContext());
        }

        assertThat(positions(engine.readEvents(null, false))).hasSize(2500).doesNotHaveDuplicates();
        assertThat(engine.readEvents(STREAM, 0).asStream()).hasSize(2500);
        assertThat(ledger.reader().ofStreams(List.of(STREAM, "none"), 10, 20, 100))
                .extracting(StoredEvent::position)
                .containsExactly(11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L, 19L, 20L);
    }

    /** A stream that goes on while others write has no end, and Axon keeps all that one stream gave to whoever follows the log. */
    @Test
    void gives_whoever_follows_the_log_a_page_at_a_time() {
        ledger.appender()
                .append(
                        IntStream.range(0, LedgerEventStorageEngine.PAGE + 7)
                                .mapToObj(n -> SampleEvents.at("a", n))
                                .toList(),
                        new AppendContext());

        List<Long> first = positions(engine.readEvents(null, true));
        assertThat(first).hasSize(LedgerEventStorageEngine.PAGE);
        assertThat(positions(engine.readEvents(new GlobalSequenceTrackingToken(first.getLast()), true)))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(LedgerEventStorageEngine.PAGE + 1, LedgerEventStorageEngine.PAGE + 7)
                                .boxed()
                                .toList());
    }

    @Test
    void keeps_a_snapshot_for_the_revision_of_the_code_that_made_it() {
        engine.storeSnapshot(snapshot(3, "state of 3"));
        engine.storeSnapshot(snapshot(2, "an older state"));

        assertThat(engine.readSnapshot(STREAM).orElseThrow().getPayload()).isEqualTo("state of 3");
        LedgerEventStorageEngine next = engine("second");
        assertThat(next.readSnapshot(STREAM)).isEmpty();
        next.storeSnapshot(snapshot(4, "state of the new code"));
        assertThat(engine.readSnapshot(STREAM)).isEmpty();
    }

    @Test
    void knows_an_actor_by_the_same_opaque_id_ever_after() {
        Vault vault = new Vault(ledger.app());

        assertThat(vault.actor("issuer", "subject")).isEqualTo(vault.actor("issuer", "subject"));
        assertThat(vault.actor("other", "subject")).isNotEqualTo(vault.actor("issuer", "subject"));
    }

    private static DomainEventMessage<?> snapshot(long sequence, String state) {
        return new GenericDomainEventMessage<>(
                "reading-series",
                STREAM,
                sequence,
                state,
                Map.of(),
                UUID.randomUUID().toString(),
                java.time.Instant.EPOCH);
    }

    private static List<Long> positions(Stream<? extends TrackedEventMessage<?>> events) {
        return events.map(event -> event.trackingToken().position().orElseThrow())
                .toList();
    }
}
