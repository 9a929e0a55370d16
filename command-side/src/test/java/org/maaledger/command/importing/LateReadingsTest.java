package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/**
 * Aim: a file can be imported again, whatever was recorded of its indicator since. Method: a file, a withdrawal from a day before some
 * of its rows, and the file again as it was and changed.
 */
class LateReadingsTest {

    private static final String BEFORE = OnsScene.row("2008-01-01/P1Y", "1", "");
    private static final String AFTER = OnsScene.row("2009-01-01/P1Y", "2", "");
    private static final String ELSEWHERE = AFTER.replace("E06000002,Middlesbrough", "E06000001,Hartlepool");

    private final OnsScene scene = new OnsScene();

    @BeforeEach
    void withdrawAfterTheImport() throws IOException {
        scene.rows(BEFORE, AFTER);
        scene.ledger.send(new WithdrawIndicator(
                new IndicatorCode("ons:claimant-count"),
                LocalDate.of(2009, 1, 1),
                new SourceRef("made up for a test", null, null),
                null));
    }

    @Test
    void are_unchanged_when_their_file_is_imported_again() throws IOException {
        ImportReport again = scene.rows(BEFORE, AFTER);
        assertThat(scene.faults.faults()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(2);
    }

    @Test
    void may_be_corrected() throws IOException {
        ImportReport corrected = scene.rows(BEFORE, OnsScene.row("2009-01-01/P1Y", "3", ""));
        assertThat(scene.faults.faults()).isEmpty();
        assertThat(corrected.corrected()).isEqualTo(1);
        assertThat(corrected.unchanged()).isEqualTo(1);
        assertThat(scene.rows(BEFORE, AFTER).corrected())
                .as("and corrected again")
                .isEqualTo(1);
    }

    @Test
    void are_refused_when_they_are_new_and_no_other_of_their_series_suffers() throws IOException {
        ImportReport report = scene.rows(BEFORE, AFTER, OnsScene.row("2010-01-01/P1Y", "3", ""));
        assertThat(report.unchanged()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(Map.of(32, 1L));
        assertThat(scene.onlyFault().row()).isEqualTo(4);
    }

    @Test
    void are_new_in_another_area_where_nothing_is_on_record() throws IOException {
        ImportReport report = scene.rows(AFTER, ELSEWHERE);
        assertThat(report.unchanged()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(Map.of(32, 1L));
        assertThat(scene.onlyFault().row()).isEqualTo(3);
    }

    @Test
    void are_looked_up_once_in_the_series_that_the_file_names_and_in_no_other() throws IOException {
        scene.rows(ELSEWHERE.replace("2009", "2007"));
        scene.rows(BEFORE, AFTER, OnsScene.row("2010-01-01/P1Y", "3", ""));
        assertThat(scene.ledger.lookedUp()).containsExactly(series("E06000002"));
    }

    private static SeriesId series(String area) {
        return new SeriesId(new IndicatorCode("ons:claimant-count"), new AreaCode(area), GroupCode.ALL);
    }

    @Test
    void are_looked_up_again_once_more_is_remembered_than_a_file_may_be_about() throws IOException {
        scene.rows(ELSEWHERE.replace("2009", "2007"));
        LateReadings late = new LateReadings(scene.ledger, 0);
        ReportingPeriod year = ReportingPeriod.of("2009-01-01/P1Y");
        for (int again = 0; again < 3; again++) {
            assertThat(late.hold(series("E06000002"), year, Vintage.UNSTATED)).isTrue();
            assertThat(late.hold(series("E06000001"), year, Vintage.UNSTATED)).isFalse();
        }
        assertThat(scene.ledger.lookedUp()).hasSize(6);
    }
}
