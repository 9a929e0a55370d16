package org.maaledger.bench.program;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.maaledger.bench.BenchServer;
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
import org.maaledger.log.AppendContext;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LogSchema;
import org.maaledger.log.NewEvent;
import org.maaledger.log.Recorded;

/**
 * A log that has been in use: series of readings on made-up places, filled with big appends, and the next reading of each series as a
 * request. The n-th reading of a series is for the n-th day after 1850.
 */
final class FilledLog {

    private static final int EVENTS_AT_A_TIME = 5_000;
    private static final LocalDate FIRST_DAY = LocalDate.of(1850, 1, 1);
    private static final LocalDate ACTED_ON = LocalDate.of(2026, 1, 31);
    private static final IndicatorCode INDICATOR = new IndicatorCode("bench:load");
    private static final SourceRef SOURCE = new SourceRef("Load of a benchmark: made-up figures", "2026-11-22", null);
    private static final Actor PROVIDER =
            new Actor(new ActorId(new UUID(815, 4711)), new BodyId("bench:provider"), Office.DATA_PROVIDER);

    private final AtomicIntegerArray recorded;

    private FilledLog(int series) {
        this.recorded = new AtomicIntegerArray(series);
    }

    /** Fills a new database called {@code database} with about {@code events} events. */
    static FilledLog fill(BenchServer server, String database, int events, int series) throws SQLException {
        server.create(database);
        LogSchema.migrate(server.connections(BenchServer.OWNER, database), BenchServer.APP);
        FilledLog log = new FilledLog(series);
        try (HikariDataSource connections = server.pool(BenchServer.APP, database, 3);
                Appender appender = new Appender(connections, new EventSerializer(), AppenderSettings.defaults())) {
            List<NewEvent> batch = new ArrayList<>();
            batch.add(event(new IndicatorRegistered(INDICATOR, definition(), false, SOURCE), 0, "registerIndicator"));
            for (int i = 0; i < series; i++) {
                batch.add(event(new AreaRegistered(area(i), place(i), SOURCE), 0, "registerArea"));
                batch.add(event(new SeriesOpened(series(i), 1, "Number"), 0, "recordReading"));
            }
            CompletableFuture<List<Recorded>> last = appender.submit(batch, new AppendContext());
            int each = Math.max(1, (events - batch.size()) / series);
            for (int day = 0; day < each; day++) {
                batch = new ArrayList<>();
                for (int i = 0; i < series; i++) {
                    batch.add(event(log.nextReading(i), day + 1L, "recordReading"));
                    if (batch.size() == EVENTS_AT_A_TIME || i == series - 1) {
                        last.join();
                        last = appender.submit(batch, new AppendContext());
                        batch = new ArrayList<>();
                    }
                }
            }
            last.join();
        }
        server.checkpoint();
        return log;
    }

    /** The next reading of {@code series} as the body of a request. */
    String request(int series) {
        ReadingRecorded reading = nextReading(series);
        return """
                {"series": "%s", "period": "%s", "vintage": "final", "observation": {"value": "%s"},
                 "source": {"name": "%s", "version": "2026-11-22"}, "actedOn": "%s"}""".formatted(
                        reading.series(),
                        reading.period(),
                        ((Observation.Measured) reading.observation()).value(),
                        SOURCE.name(),
                        ACTED_ON);
    }

    int series() {
        return recorded.length();
    }

    private ReadingRecorded nextReading(int series) {
        int day = recorded.getAndIncrement(series);
        return new ReadingRecorded(
                series(series),
                ReportingPeriod.on(FIRST_DAY.plusDays(day)),
                Vintage.FINAL,
                Observation.Measured.of(day + "." + series % 10),
                SOURCE);
    }

    private static NewEvent event(LedgerEvent payload, long sequence, String command) {
        String correlation = UUID.randomUUID().toString();
        return new NewEvent(UUID.randomUUID(), payload, sequence, PROVIDER, ACTED_ON, command, correlation, null);
    }

    private static IndicatorDefinition definition() {
        return new IndicatorDefinition(1, "Load of a benchmark", "Number", Polarity.HIGHER_IS_BETTER, null, 1, false);
    }

    private static AreaDetails place(int series) {
        return new AreaDetails(
                "Place " + series, AreaLevel.OTHER, null, null, List.of(), List.of(), List.of(), List.of(), null, null);
    }

    private static SeriesId series(int series) {
        return new SeriesId(INDICATOR, area(series), GroupCode.ALL);
    }

    private static AreaCode area(int series) {
        return new AreaCode("bench:%04d".formatted(series));
    }
}
