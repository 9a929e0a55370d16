package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.log.AppendContext;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.Things;

/**
 * Aim: figures for docs/performance.md, printed and not judged, because machines differ. Method: one log of readings in 1,000 series, as
 * imports make it, and one of agreements and targets; each projection rebuilt three times alone. Beside the rate stands the processor
 * time for each event, of this program and of PostgreSQL, which other work on the same machine changes less.
 */
@Tag("full")
class RebuildSpeed {

    private static final int EVENTS = Integer.getInteger("maal.rebuild.events", 200_000);
    private static final int ROUNDS = Integer.getInteger("maal.rebuild.rounds", 3);
    private static final int EVENTS_AT_A_TIME = 2_000;

    @Test
    void on_a_log_of_readings_is_printed() {
        measure("readings", readings());
    }

    @Test
    void on_a_log_of_agreements_and_targets_is_printed() {
        measure("agreements", Story.of(77, EVENTS));
    }

    private static void measure(String log, List<Story.Deed> deeds) {
        try (QueryLedger ledger = QueryLedger.create()) {
            for (int i = 0; i < deeds.size(); i += EVENTS_AT_A_TIME) {
                ledger.record(
                        Things.OFFICER,
                        deeds.subList(i, Math.min(deeds.size(), i + EVENTS_AT_A_TIME)),
                        new AppendContext());
            }
            ledger.await();
            for (int round = 1; round <= ROUNDS; round++) {
                for (String name : ledger.projections().names()) {
                    Duration program = program();
                    Duration database = database(ledger);
                    RebuildReport report = ledger.projections().rebuild(name, position -> {});
                    assertThat(report.position()).isEqualTo(deeds.size());
                    System.out.printf(
                            "%s, round %d, %s: %d events/s; processor time for each event: %.1f us here, %.1f us in PostgreSQL%n",
                            log,
                            round,
                            name,
                            report.eventsPerSecond(),
                            micros(program().minus(program), deeds.size()),
                            micros(database(ledger).minus(database), deeds.size()));
                }
            }
        }
    }

    private static double micros(Duration spent, int events) {
        return spent.toNanos() / 1e3 / events;
    }

    private static Duration program() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Of the server and all of its processes that are still there; the connections of a pool stay. */
    private static Duration database(QueryLedger ledger) {
        long backend =
                ledger.sql().sql("select pg_backend_pid()").query(Long.class).single();
        return ProcessHandle.of(backend).flatMap(ProcessHandle::parent).stream()
                .flatMap(server -> server.children())
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static List<Story.Deed> readings() {
        List<Story.Deed> deeds = new ArrayList<>();
        for (int number = 0; number < EVENTS; number++) {
            SeriesId series = SeriesId.of("ni:%d~E0%07d~all".formatted(100 + number % 50, number / 50 % 20));
            ReadingEvent event = number < 1_000
                    ? new ReadingEvent.SeriesOpened(series, 1, "%")
                    : new ReadingEvent.ReadingRecorded(
                            series,
                            ReportingPeriod.financialYear(1900 + number / 1_000),
                            Vintage.FINAL,
                            Observation.Measured.of(number % 1_000 / 10.0 + ""),
                            Things.SOURCE);
            deeds.add(new Story.Deed(event, LocalDate.of(2010, 1, 1)));
        }
        return deeds;
    }
}
