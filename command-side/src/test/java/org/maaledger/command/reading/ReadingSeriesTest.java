package org.maaledger.command.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.command.reading.Homes.*;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.Vintage;

/** Aim: what was published stays on record as it was published. Method: given events and reference data, when a command, then. */
class ReadingSeriesTest {

    @Nested
    class A_history {

        @Test
        void that_records_a_period_twice_in_one_vintage_is_corrupt() {
            assertThatThrownBy(() -> ReadingSeries.UNOPENED
                            .evolve(OPENED, SAID_ON)
                            .evolve(recorded(Vintage.UNSTATED, "1"), SAID_ON)
                            .evolve(recorded(Vintage.UNSTATED, "2"), SAID_ON))
                    .isInstanceOf(CorruptHistory.class);
        }

        @Test
        void that_corrects_another_event_than_the_latest_is_corrupt() {
            ReadingSeries series =
                    ReadingSeries.UNOPENED.evolve(OPENED, SAID_ON).evolve(recorded(Vintage.UNSTATED, "1"), SAID_ON);
            assertThatThrownBy(() -> series.evolve(
                            new ReadingCorrected(
                                    SERIES, YEAR, Vintage.UNSTATED, Observation.Measured.of("2"), 7, null, SOURCE),
                            SAID_ON))
                    .isInstanceOf(CorruptHistory.class);
        }

        @Test
        void that_records_before_the_series_is_open_is_corrupt() {
            assertThatThrownBy(() -> ReadingSeries.UNOPENED.evolve(recorded(Vintage.UNSTATED, "1"), SAID_ON))
                    .isInstanceOf(CorruptHistory.class);
        }

        @Test
        void of_any_order_of_periods_finds_every_reading() {
            ReadingSeries series = ReadingSeries.UNOPENED.evolve(OPENED, SAID_ON);
            for (int year : new int[] {2012, 1990, 2008, 1850, 2010, 2009}) {
                series = series.evolve(
                        new ReadingRecorded(
                                SERIES,
                                ReportingPeriod.calendarYear(year),
                                Vintage.UNSTATED,
                                Observation.Measured.of(String.valueOf(year)),
                                SOURCE),
                        SAID_ON);
            }
            for (int year : new int[] {1850, 1990, 2008, 2009, 2010, 2012}) {
                int place = series.known().find(ReportingPeriod.calendarYear(year), Vintage.UNSTATED);
                assertThat(series.known().observation(place)).isEqualTo(Observation.Measured.of(String.valueOf(year)));
            }
            assertThat(series.known().find(ReportingPeriod.calendarYear(2011), Vintage.UNSTATED))
                    .isNegative();
        }
    }
}
