package org.maaledger.query.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Things;

/** Aim: readings of two definitions are never taken for each other. Method: a series whose indicator was redefined in between. */
class DefinitionsOfReadingsTest {

    private static final SeriesId SERIES = SeriesId.of("ni:130~E06000001~all");

    @Test
    void a_reading_follows_the_definition_of_its_series_unless_it_says_otherwise() {
        try (QueryLedger ledger = QueryLedger.create()) {
            long position = ledger.record(
                    Things.OFFICER,
                    LocalDate.of(2011, 6, 1),
                    new SeriesOpened(SERIES, 1, "%"),
                    recorded(2008, null),
                    recorded(2009, 2),
                    recorded(2010, 2),
                    new ReadingCorrected(
                            SERIES,
                            ReportingPeriod.financialYear(2010),
                            Vintage.FINAL,
                            Observation.Measured.of("7"),
                            3,
                            null,
                            Things.SOURCE,
                            2));
            ledger.await();
            assertThat(ledger
                            .part(Progress.class)
                            .readings(Asked.asOf(position), SERIES.toString(), new Paged("", 500))
                            .content()
                            .items()
                            .stream()
                            .map(Reading::definitionVersion))
                    .containsExactly(1, 2, 2);
        }
    }

    private static ReadingRecorded recorded(int year, @Nullable Integer definitionVersion) {
        return new ReadingRecorded(
                SERIES,
                ReportingPeriod.financialYear(year),
                Vintage.FINAL,
                Observation.Measured.of("5.3"),
                Things.SOURCE,
                definitionVersion);
    }
}
