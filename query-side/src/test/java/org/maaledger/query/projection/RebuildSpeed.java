package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.log.AppendContext;
import org.maaledger.query.testing.ProcessorTime;
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
    private static final String ONLY = System.getProperty("maal.rebuild.only", "");
    private static final int EVENTS_AT_A_TIME = 2_000;

    @Test
    void on_a_log_of_readings_is_printed() {
        measure("readings", EVENTS, RebuildSpeed::reading);
    }

    @Test
    void on_a_log_of_agreements_and_targets_is_printed() {
        List<Story.Deed> story = Story.of(77, EVENTS);
        measure("agreements", story.size(), story::get);
    }

    private static void measure(String log, int size, IntFunction<Story.Deed> deed) {
        try (QueryLedger ledger = QueryLedger.create()) {
            for (int i = 0; i < size; i += EVENTS_AT_A_TIME) {
                List<Story.Deed> deeds = IntStream.range(i, Math.min(size, i + EVENTS_AT_A_TIME))
                        .mapToObj(deed)
                        .toList();
                ledger.record(Things.OFFICER, deeds, new AppendContext());
            }
            ledger.await();
            for (int round = 1; round <= ROUNDS; round++) {
                for (String name : ledger.projections().names()) {
                    if (!name.contains(ONLY)) {
                        continue;
                    }
                    ProcessorTime before = ProcessorTime.of(ledger);
                    RebuildReport report = ledger.projections().rebuild(name, position -> {});
                    ProcessorTime spent = ProcessorTime.of(ledger).minus(before);
                    assertThat(report.position()).isEqualTo(size);
                    System.out.printf(
                            "%s, round %d, %s: %d events/s; processor time for each event: %.1f us here, %.1f us in PostgreSQL%n",
                            log,
                            round,
                            name,
                            report.eventsPerSecond(),
                            micros(spent.program(), size),
                            micros(spent.database(), size));
                }
            }
        }
    }

    private static double micros(Duration spent, int events) {
        return spent.toNanos() / 1e3 / events;
    }

    /** The numbered event of a log of readings; each is made when it is needed, so that a long log needs no long list. */
    private static Story.Deed reading(int number) {
        SeriesId series = SeriesId.of("ni:%d~E0%07d~all".formatted(100 + number % 50, number / 50 % 20));
        ReadingEvent event = number < 1_000
                ? new ReadingEvent.SeriesOpened(series, 1, "%")
                : new ReadingEvent.ReadingRecorded(
                        series,
                        month(number / 1_000),
                        Vintage.FINAL,
                        Observation.Measured.of(number % 1_000 / 10.0 + ""),
                        Things.SOURCE);
        return new Story.Deed(event, LocalDate.of(2010, 1, 1));
    }

    /** Series of a thousand periods are monthly ones. */
    private static ReportingPeriod month(int number) {
        return ReportingPeriod.of(LocalDate.of(1901, 1, 1).plusMonths(number) + "/P1M");
    }
}
