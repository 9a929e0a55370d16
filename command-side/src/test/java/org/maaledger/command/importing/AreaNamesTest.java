package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Aim: no figure is recorded of a place that its row does not mean. Method: rows whose code and name mean the same place, in all the
 * ways in which sources write it, and rows where they do not. {@code FullFilesTest} takes all 153,686 rows of the published files.
 */
class AreaNamesTest {

    private final OnsScene scene = new OnsScene();

    private static String row(String code, String name) {
        return "%s,\"%s\",Local Authority District,Claimant Count,2009-01-01/P1Y,6.1,Percentage,%%,,,,"
                .formatted(code, name);
    }

    @ParameterizedTest
    @CsvSource({
        "E06000001, Middlesbrough",
        "E12000001, Middlesbrough",
        "E06000002, Nowhere",
        "E06000059, East Dorset",
        "E06000063, Eden",
        "E06000063, Copeland",
        "E07000029, Cumberland"
    })
    void beside_the_code_of_another_place_are_a_fault(String code, String name) throws IOException {
        ImportReport report = scene.rows(row(code, name), row("E06000003", "Redcar and Cleveland"));
        assertThat(report.refused()).isEqualTo(Map.of(24, 1L));
        assertThat(report.recorded()).isEqualTo(1);
        assertThat(scene.onlyFault().column()).isEqualTo("areanm");
        assertThat(scene.onlyFault().value()).isEqualTo(name);
    }

    @Test
    void of_another_place_are_told_with_what_the_register_says() throws IOException {
        scene.rows(row("E06000001", "Middlesbrough"));
        assertThat(scene.onlyFault().message()).isEqualTo("the area register calls E06000001 Hartlepool");
        assertThat(scene.onlyFault().remedy()).contains("alias");
    }

    @ParameterizedTest
    @CsvSource({
        "the name, E06000047, County Durham",
        "capitals and spaces, E06000003, ' REDCAR  and cleveland'",
        "a sign for a word, E06000003, Redcar & Cleveland",
        "an alias, E06000047, Durham",
        "the name of a place that it followed under a new code, E08000038, Barnsley",
        "no name, E06000001, ''"
    })
    void that_sources_use_are_taken(String what, String code, String name) throws IOException {
        ImportReport report = scene.rows(row(code, name));
        assertThat(scene.faults.faults()).as(what).isEmpty();
        assertThat(report.recorded()).isEqualTo(1);
        assertThat(report.areasRegistered()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_a_new_place_are_held_to_its_first_row(boolean again) throws IOException {
        if (again) {
            scene.rows(row("E06000099", "Newborough"));
        }
        ImportReport report = scene.rows(
                row("E06000099", "Newborough"), row("E06000099", "Oldborough"), row("E06000099", "Newborough"));
        assertThat(scene.faults.rules()).containsExactly(24, 70);
        assertThat(report.accepted()).isEqualTo(1);
    }

    @Test
    void that_are_not_UTF_8_are_one_fault() throws IOException {
        byte[] file =
                (OnsScene.HEADER + row("W06000001", "Ynys M\u00f4n") + "\n").getBytes(StandardCharsets.ISO_8859_1);
        scene.importing(file, "claimant-count.csv", false);
        assertThat(scene.onlyFault().rule()).isEqualTo(11);
    }
}
