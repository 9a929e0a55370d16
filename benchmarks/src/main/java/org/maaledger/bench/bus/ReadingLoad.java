package org.maaledger.bench.bus;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.maaledger.bench.peer.Engine;
import org.maaledger.command.decision.Act;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent.AreaRegistered;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRegistered;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.log.EnvelopeMetaData;

/** A load of RecordReading, one event a command, on made-up places: the readings of a series are for one day after the other from 1801 on, and
 * when there is none left, for the same days in an earlier vintage. */
final class ReadingLoad {

    private static final LocalDate FIRST_DAY = LocalDate.of(1801, 1, 1);
    /** Days from the first until the date of the act, in whole thousands. */
    private static final int DAYS = 82_000;

    private static final List<Vintage> VINTAGES = List.of(Vintage.FINAL, Vintage.REVISED, Vintage.PROVISIONAL);
    private static final SourceRef SOURCE = new SourceRef("Load of a benchmark: made-up figures", "2026-11-22", null);
    private static final IndicatorCode INDICATOR = new IndicatorCode("bench:load");
    private static final IndicatorDefinition DEFINITION =
            new IndicatorDefinition(1, "Load of a benchmark", "Number", Polarity.HIGHER_IS_BETTER, null, 1, false);
    private static final Act ACT = new Act(
            new Actor(new ActorId(new UUID(815, 4711)), new BodyId("bench:provider"), Office.DATA_PROVIDER),
            LocalDate.of(2026, 1, 31));

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
        ReadingRecorded next = reading(series, readings.getAndIncrement(series));
        engine.dispatch()
                .send(
                        new RecordReading(
                                next.series(), next.period(), next.vintage(), next.observation(), next.source(), null),
                        Submission.of(ACT));
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
        registered.add(event(0, new IndicatorRegistered(INDICATOR, DEFINITION, false, SOURCE), "registerIndicator"));
        for (int series = 0; series < series(); series++) {
            AreaDetails details = new AreaDetails(
                    "Place " + series,
                    AreaLevel.OTHER,
                    null,
                    null,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    null,
                    null);
            registered.add(event(0, new AreaRegistered(area(series), details, SOURCE), "registerArea"));
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
        history.add(event(0, new SeriesOpened(id(series), DEFINITION.version(), DEFINITION.unit()), "recordReading"));
        for (int sequence = 1; sequence < events; sequence++) {
            history.add(event(sequence, reading(series, sequence - 1), "recordReading"));
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
                        ACT.actor(), ACT.on(), command, UUID.randomUUID().toString()),
                UUID.randomUUID().toString(),
                Instant.now());
    }

    private static ReadingRecorded reading(int series, int number) {
        int day = number % DAYS;
        return new ReadingRecorded(
                id(series),
                ReportingPeriod.on(FIRST_DAY.plusDays(day)),
                VINTAGES.get(number / DAYS),
                Observation.Measured.of(day + "." + series % 10),
                SOURCE);
    }

    private static SeriesId id(int series) {
        return new SeriesId(INDICATOR, area(series), GroupCode.ALL);
    }

    private static AreaCode area(int series) {
        return new AreaCode("bench:%04d".formatted(series));
    }
}
