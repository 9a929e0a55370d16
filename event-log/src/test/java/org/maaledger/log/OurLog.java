package org.maaledger.log;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.SampleEvents;

/** The log under test, with a writer whose transaction stays open after the insert. */
final class OurLog implements LogWithOpenTransaction {

    private static final int EVENTS_EACH = 10;

    private final LedgerDatabase ledger;
    private final Connection held;
    private final EventStorageEngine engine;
    private final ExecutorService writers =
            Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
    private final List<CompletableFuture<?>> waiting = new ArrayList<>();

    OurLog(LedgerDatabase ledger) throws SQLException {
        this.ledger = ledger;
        held = ledger.fresh().getConnection();
        held.setAutoCommit(false);
        engine = new LedgerEventStorageEngine(ledger.appender(), ledger.reader(), null);
    }

    @Override
    public void appendAndHold(Instant time) throws SQLException {
        EnvelopeWriter.Rendered rendered = new EnvelopeWriter(ledger.serializer()).render(SampleEvents.at("held", 0));
        PendingAppend append =
                new PendingAppend(List.of(rendered), Map.of(), List.of(), null, new CompletableFuture<>());
        LogState state = new LogTransaction(held).lock(Set.of(rendered.stream()), List.of());
        new LogInsert(Admission.of(List.of(append), state).admitted(), state.clock()).execute(held);
    }

    @Override
    public void append(int count, Instant time) {
        for (int done = 0; done < count; done += EVENTS_EACH) {
            List<DomainEventMessage<?>> events = new ArrayList<>();
            for (int i = 0; i < Math.min(count - done, EVENTS_EACH); i++) {
                events.add(event("later-" + count + "-" + (done + i), time));
            }
            waiting.add(CompletableFuture.runAsync(() -> engine.appendEvents(events), writers));
        }
    }

    @Override
    public void commitHeld() throws SQLException {
        held.commit();
        waiting.forEach(CompletableFuture::join);
        waiting.clear();
    }

    @Override
    public EventStorageEngine reader() {
        return engine;
    }

    @Override
    public void close() throws SQLException {
        writers.close();
        held.close();
    }

    private static DomainEventMessage<?> event(String group, Instant time) {
        LedgerEvent payload = SampleEvents.reading(group);
        return new GenericDomainEventMessage<>(
                "reading-series",
                payload.stream(),
                0,
                payload,
                EnvelopeMetaData.of(SampleEvents.ACTOR, SampleEvents.ACTED_ON, "recordReading", "sample"),
                UUID.randomUUID().toString(),
                time);
    }
}
