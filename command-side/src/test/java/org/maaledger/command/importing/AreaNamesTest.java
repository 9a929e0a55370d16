package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maaledger.kernel.area.AreaCode;

/**
 * Aim: no figure is recorded of a place that its row does not mean. Method: rows whose code and name mean the same place, in all the
 * ways in which sources write it, and rows where they do not. {@code FullFilesTest} takes all 153,686 rows of the published files.
 */
class AreaNamesTest {

    private static final AreaCode NEW = new AreaCode("E06000099");

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
    @CsvSource({"Newborough, Oldborough", "Oldborough, Newborough"})
    void of_a_new_place_that_has_two_are_all_refused_whichever_stands_first(String one, String other)
            throws IOException {
        ImportReport report = scene.rows(
                row("E06000099", one),
                OnsScene.row("6.1", ""),
                row("E06000099", other),
                row("E06000099", one).replace("2009", "2010"));
        assertThat(report.refused()).isEqualTo(Map.of(25, 3L));
        assertThat(report.recorded()).isEqualTo(1);
        assertThat(report.areasRegistered()).isZero();
        assertThat(scene.ledger.details(NEW)).isNull();
        assertThat(scene.faults.faults()).extracting(Fault::row).containsExactlyInAnyOrder(2L, 4L, 5L);
        assertThat(scene.faults.faults()).allSatisfy(fault -> {
            assertThat(fault.column()).isEqualTo("areanm");
            assertThat(fault.message()).isEqualTo("row 2 calls E06000099 %s, row 4 %s".formatted(one, other));
        });
    }

    @Test
    void of_a_new_place_that_has_two_take_back_what_is_missing() throws IOException {
        ImportReport report = scene.rows(
                row("E06000099", "Newborough").replace("6.1,", ",").replace(",,,,,", ",,,x,"),
                row("E06000099", "Oldborough"));
        assertThat(report.refused()).isEqualTo(Map.of(25, 2L));
        assertThat(report.missing()).isEmpty();
        assertThat(report.accepted()).isZero();
    }

    @Test
    void of_a_new_place_are_its_names_from_then_on() throws IOException {
        assertThat(scene.rows(
                                row("E06000099", "Newborough"),
                                row("E06000099", "NEWBOROUGH").replace("2009", "2010"))
                        .areasRegistered())
                .isEqualTo(1);
        scene.rows(row("E06000099", "Oldborough"));
        assertThat(scene.onlyFault().rule()).isEqualTo(24);
    }

    @Test
    void of_a_new_place_must_be_there() throws IOException {
        ImportReport report =
                scene.rows(row("E06000099", ""), row("E06000099", "Newborough").replace("2009", "2010"));
        assertThat(report.refused()).isEqualTo(Map.of(25, 1L));
        assertThat(report.recorded()).isEqualTo(1);
    }

    @Test
    void of_a_new_place_do_not_enter_the_register_with_rows_that_are_refused() throws IOException {
        ImportReport report = scene.rows(
                row("E06000099", "Newborough").replace("6.1", "many"),
                row("E06000098", "Elsewhere"),
                row("E06000098", "Elsewhere").replace("6.1", "6.2"));
        assertThat(report.refused()).isEqualTo(Map.of(50, 1L, 71, 2L));
        assertThat(report.areasRegistered()).isZero();
        assertThat(scene.ledger.details(NEW)).isNull();
        assertThat(scene.ledger.details(new AreaCode("E06000098"))).isNull();
    }

    @Test
    void of_a_new_place_that_are_not_UTF_8_do_not_stand_against_the_mended_file() throws IOException {
        String rows = OnsScene.HEADER + row("W06000099", "Ynys M\u00f4n") + "\n";
        scene.importing(rows.getBytes(StandardCharsets.ISO_8859_1), "claimant-count.csv", false);
        assertThat(scene.onlyFault().rule()).isEqualTo(11);
        assertThat(scene.ledger.details(new AreaCode("W06000099"))).isNull();
        ImportReport mended = scene.text(rows);
        assertThat(mended.recorded()).isEqualTo(1);
        assertThat(Objects.requireNonNull(scene.ledger.details(new AreaCode("W06000099")))
                        .name())
                .isEqualTo("Ynys M\u00f4n");
    }

    @Test
    void that_are_not_UTF_8_are_one_fault() throws IOException {
        byte[] file =
                (OnsScene.HEADER + row("W06000001", "Ynys M\u00f4n") + "\n").getBytes(StandardCharsets.ISO_8859_1);
        scene.importing(file, "claimant-count.csv", false);
        assertThat(scene.onlyFault().rule()).isEqualTo(11);
    }
}
