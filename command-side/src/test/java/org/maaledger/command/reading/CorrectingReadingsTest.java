package org.maaledger.command.reading;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.command.reading.Homes.*;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.reading.ReadingCommand.CorrectReading;
import org.maaledger.command.reading.ReadingCommand.RecordReadings;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.Vintage;

/** Aim: what was published stays on record as it was published. Method: given events and reference data, when a command, then. */
class CorrectingReadingsTest {

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

        @Test
        void may_give_a_figure_where_there_was_none() {
            Observation none = new Observation.Missing(MissingReason.NOT_AVAILABLE);
            CorrectReading command = correct("420");
            SeriesScene.given(OPENED, new ReadingRecorded(SERIES, YEAR, Vintage.UNSTATED, none, SOURCE))
                    .when(command)
                    .then(corrected("420", 1, command));
        }

        @Test
        void may_take_a_figure_back_and_say_why_there_is_none() {
            Observation none = new Observation.Missing(MissingReason.UNRELIABLE);
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .when(new CorrectReading(SERIES, YEAR, Vintage.UNSTATED, none, null, SOURCE, null))
                    .then(new ReadingCorrected(SERIES, YEAR, Vintage.UNSTATED, none, 1, null, SOURCE));
        }

        @Test
        void of_one_vintage_leaves_the_others_alone() {
            CorrectReading command = correct("420");
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"), recorded(Vintage.FINAL, "415"))
                    .when(command)
                    .then(corrected("420", 1, command));
        }

        @Test
        void back_to_what_was_said_first_is_possible() {
            CorrectReading command = correct("412");
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"), corrected("420", 1, correct("420")))
                    .when(command)
                    .then(corrected("412", 2, command));
        }

        @Test
        void to_what_the_last_correction_said_is_refused() {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"), corrected("420", 1, correct("420")))
                    .when(correct("420.00"))
                    .refused("reading-already-recorded");
        }

        @Test
        void before_the_reading_it_corrects_is_refused() {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .on(SAID_ON.minusDays(1))
                    .when(correct("420"))
                    .refused("correction-before-reading");
        }

        @Test
        void on_the_day_of_the_reading_is_possible() {
            CorrectReading command = correct("420");
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .on(SAID_ON)
                    .when(command)
                    .then(corrected("420", 1, command));
        }

        @Test
        void before_the_correction_it_corrects_is_refused() {
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .and(SAID_ON.plusDays(20), corrected("420", 1, correct("420")))
                    .on(SAID_ON.plusDays(19))
                    .when(correct("421"))
                    .refused("correction-before-reading");
        }

        @Test
        void before_a_reading_of_another_vintage_is_possible() {
            CorrectReading command = correct("420");
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .and(SAID_ON.plusDays(20), recorded(Vintage.FINAL, "415"))
                    .on(SAID_ON.plusDays(19))
                    .when(command)
                    .then(corrected("420", 1, command));
        }

        @Test
        void is_possible_after_the_indicator_was_withdrawn() {
            CorrectReading command = correct("420");
            SeriesScene.given(OPENED, recorded(Vintage.UNSTATED, "412"))
                    .indicatorWithdrawnFrom(LocalDate.of(2009, 4, 1))
                    .when(command)
                    .then(corrected("420", 1, command));
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
}
