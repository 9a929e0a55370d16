package org.maaledger.bench.program;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.maaledger.bench.BenchServer;
import org.maaledger.bench.MadeUpReadings;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.log.AppendContext;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LogSchema;
import org.maaledger.log.NewEvent;
import org.maaledger.log.Recorded;

/**
 * A log that has been in use: series of readings on made-up places, filled with big appends, and the next reading of each series as a
 * request.
 */
final class FilledLog {

    private static final int EVENTS_AT_A_TIME = 5_000;

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
            batch.add(event(MadeUpReadings.indicator(), 0, "registerIndicator"));
            for (int i = 0; i < series; i++) {
                batch.add(event(MadeUpReadings.place(i), 0, "registerArea"));
                batch.add(event(MadeUpReadings.opening(i), 0, "recordReading"));
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
                {"series": "%s", "period": "%s", "vintage": "%s", "observation": {"value": "%s"},
                 "source": {"name": "%s", "version": "%s"}, "actedOn": "%s"}""".formatted(
                        reading.series(),
                        reading.period(),
                        reading.vintage(),
                        ((Observation.Measured) reading.observation()).value(),
                        reading.source().name(),
                        reading.source().version(),
                        MadeUpReadings.ACT.on());
    }

    int series() {
        return recorded.length();
    }

    private ReadingRecorded nextReading(int series) {
        return MadeUpReadings.reading(series, recorded.getAndIncrement(series));
    }

    private static NewEvent event(LedgerEvent payload, long sequence, String command) {
        String correlation = UUID.randomUUID().toString();
        return new NewEvent(
                UUID.randomUUID(),
                payload,
                sequence,
                MadeUpReadings.ACT.actor(),
                MadeUpReadings.ACT.on(),
                command,
                correlation,
                null);
    }
}
