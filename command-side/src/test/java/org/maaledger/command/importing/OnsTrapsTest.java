package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.maaledger.command.area.Area;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;

/** Aim: files of the Office for National Statistics are taken as they are. Method: cuts of all 23, and rows in their form. */
class OnsTrapsTest {

    private final OnsScene scene = new OnsScene();

    static List<Path> cuts() throws IOException {
        return OnsScene.cuts();
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void no_row_of_a_file_vanishes(Path file) throws IOException {
        ImportReport report = scene.importing(file);
        long lines;
        try (Stream<String> all = Files.lines(file)) {
            lines = all.filter(line -> !line.isEmpty()).count();
        }
        assertThat(report.rows()).isEqualTo(lines - 1);
        assertThat(report.readings()).isEqualTo(report.accepted() + report.refusedInAll());
        assertThat(report.accepted()).isEqualTo(report.recorded() + report.corrected() + report.unchanged());
        boolean repeats = file.toString().contains("engagement-with-culture");
        assertThat(report.refused()).isEqualTo(repeats ? Map.of(70, 1L) : Map.of());
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void importing_a_file_again_adds_nothing(Path file) throws IOException {
        scene.importing(file);
        int events = scene.ledger.allReadingEvents().size();
        ImportReport again = scene.importing(file);
        assertThat(again.recorded() + again.corrected()).isZero();
        assertThat(again.unchanged()).isEqualTo(again.accepted());
        assertThat(scene.ledger.allReadingEvents()).hasSize(events);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() throws IOException {
        Path withMark = OnsScene.CUTS.resolve("claimant-count.csv");
        Path without = OnsScene.CUTS.resolve("employment-rate.csv");
        assertThat(Files.readAllBytes(withMark)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Files.readAllBytes(without)).startsWith('a');
        assertThat(scene.importing(withMark).faults()).isZero();
        assertThat(scene.importing(without).faults()).isZero();
    }

    @Test
    void columns_are_found_by_their_headers() throws IOException {
        String file = """
                status,unit,measure,observation,period,indicator,geography,areanm,areacd,uci_95,lci_95
                ,%,Percentage,6.1,2009-01-01/P1Y,Claimant Count,Local Authority District,Middlesbrough,E06000002,,
                """;
        scene.importing(file.getBytes(StandardCharsets.UTF_8), "claimant-count.csv", false);
        assertThat(scene.events("ons:claimant-count~E06000002~all")).hasSize(2);
    }

    @Test
    void a_missing_column_is_named_with_the_columns_there_are() throws IOException {
        ImportReport report = scene.importing(
                "areacd,areanm\nE06000002,Middlesbrough\n".getBytes(StandardCharsets.UTF_8),
                "claimant-count.csv",
                false);
        assertThat(report.readToTheEnd()).isFalse();
        assertThat(scene.faults.rules()).containsOnly(2).hasSize(9);
        assertThat(scene.faults.faults().getFirst().message()).contains("areacd, areanm");
    }

    @Test
    void the_indicator_is_named_after_file_and_indicator() throws IOException {
        scene.importing(OnsScene.CUTS.resolve("employment-rate.csv"));
        scene.importing(OnsScene.CUTS.resolve("preventable-cardiovascular-mortality-england.csv"));
        assertThat(scene.ledger.indicators().keySet())
                .extracting(IndicatorCode::value)
                .containsExactlyInAnyOrder(
                        "ons:employment-rate",
                        "ons:employment-rate.economically-inactive",
                        "ons:preventable-cardiovascular-mortality-england");
    }

    @Test
    void a_second_measure_of_an_indicator_is_another_indicator() throws IOException {
        scene.rows(
                "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,6.1,Percentage,%,,,,",
                "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,5210,Count,People,,,,");
        assertThat(scene.events("ons:claimant-count~E06000002~all")).hasSize(2);
        assertThat(scene.events("ons:claimant-count.count-people~E06000002~all"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"x,NOT_AVAILABLE", "c,CONFIDENTIAL", "z,NOT_APPLICABLE", "u,UNRELIABLE", "'',NOT_STATED"})
    void an_empty_value_is_missing_for_the_reason_of_its_status(String status, MissingReason reason)
            throws IOException {
        scene.rows("E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,,Percentage,%,,,"
                + status + ",");
        assertThat(scene.events("ons:claimant-count~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingRecorded.class,
                        recorded -> assertThat(recorded.observation()).isEqualTo(new Observation.Missing(reason)));
    }

    @Test
    void a_value_of_low_reliability_says_so() throws IOException {
        scene.rows(
                "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,6.1,Percentage,%,5,7,u,");
        assertThat(scene.events("ons:claimant-count~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingRecorded.class,
                        recorded -> assertThat(recorded.observation())
                                .hasToString(
                                        "Measured[value=6.1, lower=5, upper=7, lowReliability=true, combinedAreas=false]"));
    }

    @Test
    void a_status_in_words_is_kept_as_what_it_means() throws IOException {
        scene.importing(OnsScene.CUTS.resolve("preventable-cardiovascular-mortality-england.csv"));
        assertThat(scene.ledger.allReadingEvents())
                .filteredOn(event -> event instanceof ReadingRecorded recorded
                        && recorded.observation() instanceof Observation.Measured measured
                        && measured.combinedAreas())
                .isNotEmpty();
    }

    @Test
    void a_number_in_scientific_notation_is_taken_exactly() throws IOException {
        scene.rows(
                "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,3.60E-05,Percentage,%,,,,");
        assertThat(scene.events("ons:claimant-count~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingRecorded.class,
                        recorded -> assertThat(recorded.observation()).isEqualTo(Observation.Measured.of("0.000036")));
    }

    @Test
    void an_area_of_today_that_the_register_lacks_enters_it() throws IOException {
        ImportReport report = scene.rows(
                "E06000099,Newborough,County or Unitary Authority,Claimant Count,2025-01-01/P1Y,6.1,Percentage,%,,,,");
        assertThat(report.areasRegistered()).isEqualTo(1);
        assertThat(scene.ledger.areas().get(new AreaCode("E06000099")))
                .isInstanceOfSatisfying(Area.Registered.class, entry -> {
                    assertThat(entry.details().name()).isEqualTo("Newborough");
                    assertThat(entry.details().level()).isEqualTo(AreaLevel.UNITARY);
                });
    }

    @Test
    void a_changed_value_corrects_the_reading_it_replaces() throws IOException {
        String row =
                "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,%s,Percentage,%%,,,,";
        scene.rows(row.formatted("6.1"));
        ImportReport report = scene.rows(row.formatted("6.2"));
        assertThat(report.corrected()).isEqualTo(1);
        assertThat(scene.events("ons:claimant-count~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingCorrected.class,
                        corrected -> assertThat(corrected.corrects()).isEqualTo(1));
    }

    @Test
    void a_check_changes_nothing() throws IOException {
        ImportReport report = scene.importing(
                Files.readAllBytes(OnsScene.CUTS.resolve("claimant-count.csv")), "claimant-count.csv", true);
        assertThat(report.accepted()).isEqualTo(report.readings());
        assertThat(report.recorded()).isZero();
        assertThat(scene.ledger.allReadingEvents()).isEmpty();
        assertThat(scene.ledger.indicators()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2005-01-01/P1Y, 2005-01-01/P1Y",
        "2001-01-01/P3Y, 2001-01-01/P3Y",
        "2016-01-01/P5Y, 2016-01-01/P5Y",
        "2024-01-01/P12M, 2024-01-01/P1Y",
        "2019-05-31, 2019-05-31"
    })
    void a_period_is_an_interval_or_a_date(String written, String meant) throws IOException {
        scene.rows(OnsScene.row(written, "6.1", ""));
        assertThat(scene.events(OnsScene.SERIES).getLast())
                .isInstanceOfSatisfying(
                        ReadingRecorded.class,
                        recorded -> assertThat(recorded.period()).hasToString(meant));
    }

    @ParameterizedTest
    @CsvSource({"E07000029, Copeland", "E06000063, Cumberland", "E08000016, Barnsley", "E08000038, Barnsley"})
    void codes_of_before_and_after_a_reorganisation_are_both_known(String code, String name) throws IOException {
        ImportReport report = scene.rows(
                "%s,%s,Local Authority District,Claimant Count,2009-01-01/P1Y,1,P,%%,,,,".formatted(code, name));
        assertThat(report.areasRegistered()).isZero();
        assertThat(report.recorded()).isEqualTo(1);
    }
}
