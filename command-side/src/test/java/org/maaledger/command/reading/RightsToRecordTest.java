package org.maaledger.command.reading;

import static org.maaledger.command.reading.Homes.*;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/** Aim: what was published stays on record as it was published. Method: given events and reference data, when a command, then. */
class RightsToRecordTest {

    static final SeriesId OF_THE_MAA = SeriesId.of("ni:154~maa:tees-valley~all");

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
}
