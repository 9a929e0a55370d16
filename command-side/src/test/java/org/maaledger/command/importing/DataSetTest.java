package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Aim: what a file's readings are of does not depend on the name somebody saved it under. Method: the same figures under names that
 * browsers and people give them.
 */
class DataSetTest {

    private static final Mapping ONS = new Mappings().named("ons").orElseThrow();
    private static final Mapping LAIT = new Mappings().named("lait").orElseThrow();
    private static final Path FILE = OnsScene.CUTS.resolve("qualifications-level-3-or-above.csv");

    private final OnsScene scene = new OnsScene();

    private ImportReport said(byte[] file, String name, @Nullable DataSet said) throws IOException {
        return new ReadingImport(scene.ledger, MemoryLedger.TODAY)
                .run(
                        new ImportOrder(() -> new ByteArrayInputStream(file), name, said, ONS, false),
                        scene.faults,
                        () -> {});
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qualifications-level-3-or-above (1).csv",
                "qualifications-level-3-or-above(12).csv",
                "Qualifications-Level-3-or-Above.CSV",
                "qualifications-level-3-or-above.csv.gz",
                "qualifications-level-3-or-above (2).csv.gz",
                "qualifications-level-3-or-above.csv (1).gz",
                "qualifications-level-3-or-above",
                "qualifications level 3 or above.txt"
            })
    void a_copy_of_a_published_file_adds_nothing(String name) throws IOException {
        ImportReport first = scene.importing(FILE);
        int series = scene.ledger.seriesCount();
        ImportReport again = scene.importing(Files.readAllBytes(FILE), name, false);
        assertThat(scene.faults.faults()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(first.recorded()).isPositive();
        assertThat(scene.ledger.seriesCount()).isEqualTo(series);
        assertThat(again.indicatorsRegistered()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"b.csv", "rev.csv", "qualifications-level-3-or-above-1.csv", ".csv", "-", "ons.csv"})
    void a_file_of_another_name_is_refused_whole_with_what_helps(String name) throws IOException {
        ImportReport report = scene.importing(Files.readAllBytes(FILE), name, false);
        assertThat(report.readToTheEnd()).isFalse();
        assertThat(report.recorded()).isZero();
        assertThat(scene.ledger.indicators()).isEmpty();
        assertThat(scene.onlyFault().rule()).isEqualTo(8);
        assertThat(scene.onlyFault().value()).isEqualTo(name);
        assertThat(scene.onlyFault().remedy()).contains("--indicator", "indicator=", "claimant-count.csv");
    }

    @Test
    void a_changed_value_under_another_name_is_a_revision_of_the_indicator_that_is_named() throws IOException {
        scene.rows(OnsScene.row("6.1", ""));
        byte[] changed = (OnsScene.HEADER + OnsScene.row("6.3", "") + "\n").getBytes(StandardCharsets.UTF_8);
        ImportReport report = said(changed, "rev.csv", DataSet.said("ons:claimant-count", ONS));
        assertThat(report.corrected()).isEqualTo(1);
        assertThat(report.recorded()).isZero();
        assertThat(scene.events(OnsScene.SERIES)).hasSize(3);
    }

    @Test
    void a_data_set_that_is_new_is_taken_by_the_name_that_is_given() throws IOException {
        byte[] file = (OnsScene.HEADER + OnsScene.row("6.1", "") + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(said(file, "x.csv", DataSet.said("wellbeing", ONS)).recorded())
                .isEqualTo(1);
        assertThat(scene.events("ons:wellbeing.claimant-count~E06000002~all")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Claimant Count", "ni:154", "ons:", "a--b", "a.b", "../x", "a\n"})
    void a_name_that_cannot_be_part_of_a_code_is_refused(String name) {
        assertThatThrownBy(() -> DataSet.said(name, ONS)).hasMessageContaining("such as claimant-count");
    }

    @Test
    void a_source_whose_rows_name_their_indicators_needs_no_other_name() {
        assertThatThrownBy(() -> DataSet.said("attainment", LAIT)).hasMessageContaining("leave the indicator out");
        assertThat(DataSet.published(
                        "lait_long (1).csv.gz",
                        LAIT,
                        Dictionary.of(LAIT.indicators().dictionary())))
                .isEqualTo(new DataSet("lait_long"));
    }

    @ParameterizedTest
    @MethodSource("org.maaledger.command.importing.OnsScene#cuts")
    void every_published_file_is_known_by_its_name(Path file) {
        assertThat(DataSet.published(
                        String.valueOf(file.getFileName()),
                        ONS,
                        Dictionary.of(ONS.indicators().dictionary())))
                .isNotNull();
    }
}
