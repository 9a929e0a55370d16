package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.provenance.SourceRef;

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
}
