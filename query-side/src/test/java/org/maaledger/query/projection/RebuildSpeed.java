package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

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
 * Aim: a figure for docs/performance.md, printed and not judged, because machines differ. Method: a log of readings in 1,000 series, as
 * imports make it, and each projection rebuilt three times alone.
 */
@Tag("full")
class RebuildSpeed {

    private static final int EVENTS = Integer.getInteger("maal.rebuild.events", 200_000);

    @Test
    void of_each_projection_is_printed() {
        try (QueryLedger ledger = QueryLedger.create()) {
            tell(ledger);
            ledger.await();
            for (int round = 1; round <= 3; round++) {
                for (String name : ledger.projections().names()) {
                    RebuildReport report = ledger.projections().rebuild(name, position -> {});
                    assertThat(report.position()).isEqualTo(EVENTS);
                    System.out.printf("round %d: %s %d events/s%n", round, name, report.eventsPerSecond());
                }
            }
        }
    }

    private static void tell(QueryLedger ledger) {
        List<Story.Deed> deeds = new ArrayList<>();
        int told = 0;
        for (int number = 0; told < EVENTS; number++) {
            SeriesId series = SeriesId.of("ni:%d~E0%07d~all".formatted(100 + number % 50, number / 50 % 20));
            int year = 1900 + number / 1_000;
            if (number < 1_000) {
                deeds.add(new Story.Deed(new ReadingEvent.SeriesOpened(series, 1, "%"), LocalDate.of(2010, 1, 1)));
            } else {
                deeds.add(new Story.Deed(
                        new ReadingEvent.ReadingRecorded(
                                series,
                                ReportingPeriod.financialYear(year),
                                Vintage.FINAL,
                                Observation.Measured.of(number % 1_000 / 10.0 + ""),
                                Things.SOURCE),
                        LocalDate.of(2010, 1, 1)));
            }
            told++;
            if (deeds.size() == 2_000 || told == EVENTS) {
                ledger.record(Things.OFFICER, deeds, new AppendContext());
                deeds.clear();
            }
        }
    }
}
