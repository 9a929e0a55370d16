package org.maaledger.command.reading;

import static org.maaledger.command.reading.Homes.*;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.Vintage;

/** Aim: what was published stays on record as it was published. Method: given events and reference data, when a command, then. */
class RecordingReadingsTest {

    @Nested
    class Recording_a_reading {

        @Test
        void opens_the_series_under_the_definition_in_force() {
            SeriesScene.given().when(record(Vintage.UNSTATED, "412")).then(OPENED, recorded(Vintage.UNSTATED, "412"));
        }

        @Test
        void goes_into_an_open_series() {
            SeriesScene.given(OPENED, recorded(Vintage.PROVISIONAL, "412"))
                    .when(record(Vintage.FINAL, "415"))
                    .then(recorded(Vintage.FINAL, "415"));
        }

        @Test
        void stands_beside_the_same_period_in_another_vintage() {
            SeriesScene scene = SeriesScene.given(OPENED, recorded(Vintage.PROVISIONAL, "412"));
            scene.when(record(Vintage.REVISED, "412")).then(recorded(Vintage.REVISED, "412"));
        }

        @Test
        void may_say_that_there_is_no_figure_and_why() {
            Observation none = new Observation.Missing(MissingReason.CONFIDENTIAL);
            SeriesScene.given(OPENED)
                    .when(new RecordReading(SERIES, YEAR, Vintage.UNSTATED, none, SOURCE, null))
                    .then(new ReadingRecorded(SERIES, YEAR, Vintage.UNSTATED, none, SOURCE));
        }

        @Test
        void is_refused_when_exactly_this_is_on_record() {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .when(record(Vintage.UNSTATED, "412.0"))
                    .refused("reading-already-recorded");
        }

        @Test
        void is_refused_when_another_figure_is_on_record_for_that_period_and_vintage() {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .when(record(Vintage.UNSTATED, "413"))
                    .refused("reading-differs");
        }

        @Test
        void is_refused_when_the_indicator_is_unknown() {
            SeriesScene.given()
                    .withoutIndicator()
                    .when(record(Vintage.UNSTATED, "412"))
                    .refused("indicator-unknown");
        }

        @Test
        void is_refused_when_the_indicator_was_withdrawn_by_then() {
            SeriesScene.given()
                    .indicatorWithdrawnFrom(LocalDate.of(2008, 4, 1))
                    .when(record(Vintage.UNSTATED, "412"))
                    .refused("indicator-withdrawn");
        }

        @Test
        void is_accepted_for_a_period_before_the_indicator_was_withdrawn() {
            SeriesScene.given()
                    .indicatorWithdrawnFrom(LocalDate.of(2008, 4, 2))
                    .when(record(Vintage.UNSTATED, "412"))
                    .then(OPENED, recorded(Vintage.UNSTATED, "412"));
        }

        @Test
        void is_refused_when_the_area_is_unknown() {
            SeriesScene.given()
                    .withoutArea()
                    .when(record(Vintage.UNSTATED, "412"))
                    .refused("area-unknown");
        }

        @Test
        void is_refused_when_the_period_begins_after_the_date_of_the_act() {
            SeriesScene.given(OPENED)
                    .on(LocalDate.of(2008, 3, 31))
                    .when(record(Vintage.UNSTATED, "412"))
                    .refused("period-in-the-future");
        }

        @Test
        void as_final_is_refused_before_the_last_day_of_the_period() {
            SeriesScene scene = SeriesScene.given(OPENED).on(LocalDate.of(2009, 3, 30));
            scene.when(record(Vintage.FINAL, "412")).refused("final-before-its-end");
            scene.when(record(Vintage.REVISED, "412")).then(recorded(Vintage.REVISED, "412"));
        }

        @Test
        void as_final_is_accepted_on_the_last_day_of_the_period() {
            SeriesScene.given(OPENED)
                    .on(LocalDate.of(2009, 3, 31))
                    .when(record(Vintage.FINAL, "412"))
                    .then(recorded(Vintage.FINAL, "412"));
        }

        @Test
        void is_accepted_on_the_first_day_of_the_period() {
            SeriesScene.given(OPENED)
                    .on(LocalDate.of(2008, 4, 1))
                    .when(record(Vintage.UNSTATED, "412"))
                    .then(recorded(Vintage.UNSTATED, "412"));
        }

        @Test
        void of_an_open_series_is_refused_when_the_indicator_was_withdrawn_by_then() {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .indicatorWithdrawnFrom(LocalDate.of(2009, 4, 1))
                    .when(recordOf("2009-04-01/P1Y", "430"))
                    .refused("indicator-withdrawn");
        }

        @Test
        void of_an_open_series_is_accepted_for_a_period_before_the_indicator_was_withdrawn() {
            SeriesScene.given(OPENED)
                    .indicatorWithdrawnFrom(LocalDate.of(2009, 4, 1))
                    .when(record(Vintage.UNSTATED, "412"))
                    .then(recorded(Vintage.UNSTATED, "412"));
        }

        @Test
        void says_that_it_follows_a_later_definition_than_its_series() {
            SeriesScene.given(OPENED)
                    .redefinedFrom(LocalDate.of(2009, 4, 1))
                    .when(recordOf("2009-04-01/P1Y", "430"))
                    .then(recordedOf("2009-04-01/P1Y", "430", 2));
        }

        @Test
        void of_a_period_that_began_before_the_definition_changed_follows_the_earlier_one() {
            SeriesScene.given(OPENED)
                    .redefinedFrom(LocalDate.of(2009, 4, 1))
                    .when(recordOf("2009-03-31/P1Y", "430"))
                    .then(recordedOf("2009-03-31/P1Y", "430", null));
        }

        @Test
        void opens_a_series_under_the_definition_that_was_in_force_for_its_period() {
            SeriesScene.given()
                    .redefinedFrom(LocalDate.of(2009, 4, 1))
                    .when(recordOf("2008-04-01/P1Y", "412"))
                    .then(OPENED, recordedOf("2008-04-01/P1Y", "412", null));
        }

        @Test
        void that_is_less_settled_than_one_on_record_stands_beside_it() {
            SeriesScene.given(OPENED, recorded(Vintage.FINAL, "415"))
                    .when(record(Vintage.PROVISIONAL, "412"))
                    .then(recorded(Vintage.PROVISIONAL, "412"));
        }

        @ParameterizedTest
        @CsvSource({
            "2008-04-01/P3M", // the first quarter of the year on record
            "2006-04-01/P3Y", // a pool that ends with it
            "2007-04-01/P3Y", // a pool that overlaps with it
            "2008-09-01/P1Y", // an academic year
            "2008-02-29", // a leap day
            "2008-04-01" // a day
        })
        void of_another_period_that_overlaps_stands_beside_it(String period) {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .when(recordOf(period, "100"))
                    .then(recordedOf(period, "100", null));
        }

        @Test
        void of_the_same_year_told_in_months_is_of_the_same_period() {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .when(recordOf("2008-04-01/P12M", "412"))
                    .refused("reading-already-recorded");
        }

        @ParameterizedTest
        @CsvSource({"-412.5", "0", "999999999999999999", "0.000000000000000000000001", "135.7"})
        void takes_every_decimal_that_a_source_publishes(String value) {
            SeriesScene.given(OPENED).when(record(Vintage.UNSTATED, value)).then(recorded(Vintage.UNSTATED, value));
        }

        private RecordReading recordOf(String period, String value) {
            return new RecordReading(
                    SERIES, ReportingPeriod.of(period), Vintage.UNSTATED, Observation.Measured.of(value), SOURCE, null);
        }

        private ReadingRecorded recordedOf(String period, String value, @Nullable Integer definitionVersion) {
            return new ReadingRecorded(
                    SERIES,
                    ReportingPeriod.of(period),
                    Vintage.UNSTATED,
                    Observation.Measured.of(value),
                    SOURCE,
                    definitionVersion);
        }
    }
}
