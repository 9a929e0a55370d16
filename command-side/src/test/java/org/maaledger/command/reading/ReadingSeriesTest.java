package org.maaledger.command.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.reading.ReadingCommand.CorrectReading;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.command.reading.ReadingCommand.RecordReadings;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/** Aim: what was published stays on record as it was published. Method: given events and reference data, when a command, then. */
class ReadingSeriesTest {

    static final SeriesId SERIES = SeriesId.of("ni:154~E06000002~all");
    static final SeriesId OF_THE_MAA = SeriesId.of("ni:154~maa:tees-valley~all");
    static final SourceRef SOURCE = new SourceRef("a published table", null, "OGL-3.0");
    static final ReportingPeriod YEAR = ReportingPeriod.financialYear(2008);
    static final SeriesOpened OPENED = new SeriesOpened(SERIES, 1, "number");

    static RecordReading record(Vintage vintage, String value) {
        return new RecordReading(SERIES, YEAR, vintage, Observation.Measured.of(value), SOURCE, null);
    }

    static ReadingRecorded recorded(Vintage vintage, String value) {
        return new ReadingRecorded(SERIES, YEAR, vintage, Observation.Measured.of(value), SOURCE);
    }

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
        void is_accepted_on_the_first_day_of_the_period() {
            SeriesScene.given(OPENED)
                    .on(LocalDate.of(2008, 4, 1))
                    .when(record(Vintage.UNSTATED, "412"))
                    .then(recorded(Vintage.UNSTATED, "412"));
        }
    }

    @Nested
    class The_right_to_record {

        @Test
        void belongs_to_an_authority_for_its_own_area() {
            SeriesScene.given(OPENED)
                    .by(Office.AUTHORITY_OFFICER, "E06000002")
                    .when(record(Vintage.UNSTATED, "412"))
                    .then(recorded(Vintage.UNSTATED, "412"));
        }

        @Test
        void does_not_belong_to_an_authority_for_another_area() {
            SeriesScene.given(OPENED)
                    .by(Office.AUTHORITY_OFFICER, "E06000001")
                    .when(record(Vintage.UNSTATED, "412"))
                    .refused("reading-not-yours");
        }

        @Test
        void belongs_to_an_authority_for_a_multi_area_that_contains_it() {
            Observation value = Observation.Measured.of("2000");
            SeriesScene.given()
                    .by(Office.AUTHORITY_OFFICER, "E06000001")
                    .when(new RecordReading(OF_THE_MAA, YEAR, Vintage.UNSTATED, value, SOURCE, null))
                    .then(
                            new SeriesOpened(OF_THE_MAA, 1, "number"),
                            new ReadingRecorded(OF_THE_MAA, YEAR, Vintage.UNSTATED, value, SOURCE));
        }

        @Test
        void does_not_belong_to_an_authority_outside_the_multi_area() {
            SeriesScene.given()
                    .by(Office.AUTHORITY_OFFICER, "E06000014")
                    .when(new RecordReading(
                            OF_THE_MAA, YEAR, Vintage.UNSTATED, Observation.Measured.of("1"), SOURCE, null))
                    .refused("reading-not-yours");
        }

        @ParameterizedTest
        @EnumSource(
                value = Office.class,
                mode = Mode.EXCLUDE,
                names = {"DATA_PROVIDER", "AUTHORITY_OFFICER"})
        void belongs_to_no_other_office(Office office) {
            SeriesScene.given(OPENED)
                    .by(office, "E06000002")
                    .when(record(Vintage.UNSTATED, "412"))
                    .refused("reading-not-yours");
        }
    }

    @Nested
    class Correcting_a_reading {

        private CorrectReading correct(String value) {
            FreeText ground = new FreeText(
                    "A page was read twice.", "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));
            return new CorrectReading(
                    SERIES, YEAR, Vintage.UNSTATED, Observation.Measured.of(value), ground, SOURCE, null);
        }

        @Test
        void points_at_what_it_corrects() {
            CorrectReading command = correct("420");
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .when(command)
                    .then(corrected("420", 1, command));
        }

        @Test
        void a_second_time_points_at_the_first_correction() {
            CorrectReading command = correct("421");
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"), corrected("420", 1, correct("420")))
                    .when(command)
                    .then(corrected("421", 2, command));
        }

        @Test
        void is_refused_when_there_is_nothing_to_correct() {
            SeriesScene.given(OPENED, recorded(Vintage.FINAL, "412"))
                    .when(correct("420"))
                    .refused("nothing-to-correct");
        }

        @Test
        void is_refused_when_it_says_what_is_on_record() {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .when(correct("412"))
                    .refused("reading-already-recorded");
        }

        private ReadingCorrected corrected(String value, long corrects, CorrectReading command) {
            FreeText ground = command.ground();
            return new ReadingCorrected(
                    SERIES,
                    YEAR,
                    Vintage.UNSTATED,
                    Observation.Measured.of(value),
                    corrects,
                    ground == null ? null : ground.ref(),
                    SOURCE);
        }
    }

    @Nested
    class Recording_what_a_file_says {

        private RecordReadings batch(Figure... figures) {
            return new RecordReadings(SERIES, List.of(figures), SOURCE, null);
        }

        private Figure figure(int year, String value) {
            return new Figure(ReportingPeriod.financialYear(year), Vintage.UNSTATED, Observation.Measured.of(value));
        }

        @Test
        void records_what_is_new_corrects_what_has_changed_and_leaves_the_rest_alone() {
            SeriesScene.given(
                            OPENED,
                            recorded(Vintage.UNSTATED, "412"),
                            new ReadingRecorded(
                                    SERIES,
                                    ReportingPeriod.financialYear(2009),
                                    Vintage.UNSTATED,
                                    Observation.Measured.of("5"),
                                    SOURCE))
                    .on(LocalDate.of(2011, 1, 15))
                    .when(batch(figure(2008, "412"), figure(2009, "6"), figure(2010, "7")))
                    .then(
                            new ReadingCorrected(
                                    SERIES,
                                    ReportingPeriod.financialYear(2009),
                                    Vintage.UNSTATED,
                                    Observation.Measured.of("6"),
                                    2,
                                    null,
                                    SOURCE),
                            new ReadingRecorded(
                                    SERIES,
                                    ReportingPeriod.financialYear(2010),
                                    Vintage.UNSTATED,
                                    Observation.Measured.of("7"),
                                    SOURCE));
        }

        @Test
        void is_refused_when_nothing_is_new() {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .when(batch(figure(2008, "412")))
                    .refused("nothing-new");
        }

        @Test
        void cannot_name_a_period_twice_in_one_vintage() {
            assertThatThrownBy(() -> batch(figure(2008, "1"), figure(2008, "2")))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Nested
    class A_history {

        @Test
        void that_records_a_period_twice_in_one_vintage_is_corrupt() {
            assertThatThrownBy(() -> ReadingSeries.UNOPENED
                            .evolve(OPENED)
                            .evolve(recorded(Vintage.UNSTATED, "1"))
                            .evolve(recorded(Vintage.UNSTATED, "2")))
                    .isInstanceOf(CorruptHistory.class);
        }

        @Test
        void that_corrects_another_event_than_the_latest_is_corrupt() {
            ReadingSeries series = ReadingSeries.UNOPENED.evolve(OPENED).evolve(recorded(Vintage.UNSTATED, "1"));
            assertThatThrownBy(() -> series.evolve(new ReadingCorrected(
                            SERIES, YEAR, Vintage.UNSTATED, Observation.Measured.of("2"), 7, null, SOURCE)))
                    .isInstanceOf(CorruptHistory.class);
        }

        @Test
        void that_records_before_the_series_is_open_is_corrupt() {
            assertThatThrownBy(() -> ReadingSeries.UNOPENED.evolve(recorded(Vintage.UNSTATED, "1")))
                    .isInstanceOf(CorruptHistory.class);
        }

        @Test
        void of_any_order_of_periods_finds_every_reading() {
            ReadingSeries series = ReadingSeries.UNOPENED.evolve(OPENED);
            for (int year : new int[] {2012, 1990, 2008, 1850, 2010, 2009}) {
                series = series.evolve(new ReadingRecorded(
                        SERIES,
                        ReportingPeriod.calendarYear(year),
                        Vintage.UNSTATED,
                        Observation.Measured.of(String.valueOf(year)),
                        SOURCE));
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
