package org.maaledger.bench.bus;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.maaledger.bench.MadeUpReadings;
import org.maaledger.bench.peer.Engine;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.log.EnvelopeMetaData;

/** A load of RecordReading, one event a command. */
final class ReadingLoad {

    /** Clients that prepare; enough that preparing does not wait for one commit after the other. */
    private static final int PREPARING = 16;

    private static final int FILLING = 4;

    private final Engine engine;
    private final AtomicIntegerArray readings;
    private final LongAdder acknowledged = new LongAdder();

    /** @param series how many series there are, each of an area of its own */
    ReadingLoad(Engine engine, int series) {
        this.engine = engine;
        this.readings = new AtomicIntegerArray(series);
    }

    /**
     * Registers what the readings are of, stores {@code events} of their series past the command side, the same in every engine, and has
     * a command sent to each series, after which it is in memory.
     */
    void prepare(int events) throws SQLException {
        engine.makeRoomFor(PREPARING);
        registerAll();
        int each = events / series();
        Clients.overAll(FILLING, series(), series -> fill(series, each));
        engine.tidy();
        Clients.overAll(PREPARING, series(), this::record);
    }

    /** The next reading of a series; durable on return. */
    void record(int series) {
        ReadingRecorded next = MadeUpReadings.reading(series, readings.getAndIncrement(series));
        engine.dispatch()
                .send(
                        new RecordReading(
                                next.series(), next.period(), next.vintage(), next.observation(), next.source(), null),
                        Submission.of(MadeUpReadings.ACT));
        acknowledged.increment();
    }

    int series() {
        return readings.length();
    }

    Engine engine() {
        return engine;
    }

    /** @throws IllegalStateException unless the engine holds exactly the events that it acknowledged */
    void check() throws SQLException {
        long stored = engine.stored();
        if (stored != acknowledged.sum()) {
            throw new IllegalStateException(
                    "%s acknowledged %d events and holds %d".formatted(engine.name(), acknowledged.sum(), stored));
        }
    }

    private void registerAll() {
        List<DomainEventMessage<?>> registered = new ArrayList<>();
        registered.add(event(0, MadeUpReadings.indicator(), "registerIndicator"));
        for (int series = 0; series < series(); series++) {
            registered.add(event(0, MadeUpReadings.place(series), "registerArea"));
        }
        store(registered);
    }

    /** The first {@code events} events of a series. */
    private void fill(int series, int events) {
        if (events == 0) {
            // The first command will open it, and store one event more.
            acknowledged.increment();
            return;
        }
        List<DomainEventMessage<?>> history = new ArrayList<>(events);
        history.add(event(0, MadeUpReadings.opening(series), "recordReading"));
        for (int sequence = 1; sequence < events; sequence++) {
            history.add(event(sequence, MadeUpReadings.reading(series, sequence - 1), "recordReading"));
        }
        store(history);
        readings.set(series, events - 1);
    }

    private void store(List<DomainEventMessage<?>> events) {
        engine.store(events);
        acknowledged.add(events.size());
    }

    /** An event as a command would have stored it. */
    private static DomainEventMessage<?> event(long sequence, LedgerEvent event, String command) {
        return new GenericDomainEventMessage<>(
                EventCatalogue.of(event.getClass()).aggregateType(),
                event.stream(),
                sequence,
                event,
                EnvelopeMetaData.of(
                        MadeUpReadings.ACT.actor(),
                        MadeUpReadings.ACT.on(),
                        command,
                        UUID.randomUUID().toString()),
                UUID.randomUUID().toString(),
                Instant.now());
    }
}
