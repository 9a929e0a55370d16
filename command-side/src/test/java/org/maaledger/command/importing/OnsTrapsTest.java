package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
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
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;

/** Aim: files of the Office for National Statistics are taken as they are. Method: cuts of all 23, and rows with each fault. */
class OnsTrapsTest {

    static final Path CUTS = Path.of("src/test/resources/figures/ons");

    private static final String HEADER =
            "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n";

    private final MemoryLedger ledger = MemoryLedger.withReferenceAreas();
    private final FaultList faults = new FaultList();

    static Stream<Path> cuts() throws IOException {
        try (Stream<Path> files = Files.list(CUTS)) {
            return files.sorted().toList().stream();
        }
    }

    private ImportReport importing(byte[] file, String name, boolean check) throws IOException {
        Mapping mapping = new Mappings().named("ons").orElseThrow();
        return new ReadingImport(ledger, MemoryLedger.TODAY)
                .run(new ByteArrayInputStream(file), name, mapping, check, faults);
    }

    private ImportReport importing(Path file) throws IOException {
        return importing(Files.readAllBytes(file), file.getFileName().toString(), false);
    }

    private ImportReport rows(String... rows) throws IOException {
        String file = HEADER + String.join("\n", rows) + "\n";
        return importing(file.getBytes(StandardCharsets.UTF_8), "claimant-count.csv", false);
    }

    private List<ReadingEvent> events(String stream) {
        return ledger.eventsOf(stream);
    }

    @ParameterizedTest
    @MethodSource("cuts")
    void no_row_of_a_file_vanishes(Path file) throws IOException {
        ImportReport report = importing(file);
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
        importing(file);
        int events = ledger.allReadingEvents().size();
        ImportReport again = importing(file);
        assertThat(again.recorded() + again.corrected()).isZero();
        assertThat(again.unchanged()).isEqualTo(again.accepted());
        assertThat(ledger.allReadingEvents()).hasSize(events);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_the_first_header() throws IOException {
        Path withMark = CUTS.resolve("claimant-count.csv");
        Path without = CUTS.resolve("employment-rate.csv");
        assertThat(Files.readAllBytes(withMark)).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(Files.readAllBytes(without)).startsWith('a');
        assertThat(importing(withMark).faults()).isZero();
        assertThat(importing(without).faults()).isZero();
    }

    @Test
    void columns_are_found_by_their_headers() throws IOException {
        String file = """
                status,unit,measure,observation,period,indicator,geography,areanm,areacd,uci_95,lci_95
                ,%,Percentage,6.1,2009-01-01/P1Y,Claimant Count,Local Authority District,Middlesbrough,E06000002,,
                """;
        importing(file.getBytes(StandardCharsets.UTF_8), "claimant-count.csv", false);
        assertThat(events("ons:claimant-count~E06000002~all")).hasSize(2);
    }

    @Test
    void a_missing_column_is_named_with_the_columns_there_are() throws IOException {
        ImportReport report =
                importing("areacd,areanm\nE06000002,Middlesbrough\n".getBytes(StandardCharsets.UTF_8), "x.csv", false);
        assertThat(report.readToTheEnd()).isFalse();
        assertThat(faults.rules()).containsOnly(2).hasSize(9);
        assertThat(faults.faults().getFirst().message()).contains("areacd, areanm");
    }

    @Test
    void the_indicator_is_named_after_file_and_indicator() throws IOException {
        importing(CUTS.resolve("employment-rate.csv"));
        importing(CUTS.resolve("preventable-cardiovascular-mortality-england.csv"));
        assertThat(ledger.indicators().keySet())
                .extracting(IndicatorCode::value)
                .containsExactlyInAnyOrder(
                        "ons:employment-rate",
                        "ons:employment-rate.economically-inactive",
                        "ons:preventable-cardiovascular-mortality-england");
    }

    @Test
    void a_second_measure_of_an_indicator_is_another_indicator() throws IOException {
        rows(
                "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,6.1,Percentage,%,,,,",
                "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,5210,Count,People,,,,");
        assertThat(events("ons:claimant-count~E06000002~all")).hasSize(2);
        assertThat(events("ons:claimant-count.count-people~E06000002~all")).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"x,NOT_AVAILABLE", "c,CONFIDENTIAL", "z,NOT_APPLICABLE", "u,UNRELIABLE", "'',NOT_STATED"})
    void an_empty_value_is_missing_for_the_reason_of_its_status(String status, MissingReason reason)
            throws IOException {
        rows("E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,,Percentage,%,,," + status
                + ",");
        assertThat(events("ons:claimant-count~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingRecorded.class,
                        recorded -> assertThat(recorded.observation()).isEqualTo(new Observation.Missing(reason)));
    }

    @Test
    void a_value_of_low_reliability_says_so() throws IOException {
        rows("E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,6.1,Percentage,%,5,7,u,");
        assertThat(events("ons:claimant-count~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingRecorded.class,
                        recorded -> assertThat(recorded.observation())
                                .hasToString(
                                        "Measured[value=6.1, lower=5, upper=7, lowReliability=true, combinedAreas=false]"));
    }

    @Test
    void a_status_in_words_is_kept_as_what_it_means() throws IOException {
        importing(CUTS.resolve("preventable-cardiovascular-mortality-england.csv"));
        assertThat(ledger.allReadingEvents())
                .filteredOn(event -> event instanceof ReadingRecorded recorded
                        && recorded.observation() instanceof Observation.Measured measured
                        && measured.combinedAreas())
                .isNotEmpty();
    }

    @Test
    void a_number_in_scientific_notation_is_taken_exactly() throws IOException {
        rows(
                "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,3.60E-05,Percentage,%,,,,");
        assertThat(events("ons:claimant-count~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingRecorded.class,
                        recorded -> assertThat(recorded.observation()).isEqualTo(Observation.Measured.of("0.000036")));
    }

    @Test
    void an_area_of_today_that_the_register_lacks_enters_it() throws IOException {
        ImportReport report = rows(
                "E06000099,Newborough,County or Unitary Authority,Claimant Count,2025-01-01/P1Y,6.1,Percentage,%,,,,");
        assertThat(report.areasRegistered()).isEqualTo(1);
        assertThat(ledger.areas().get(new AreaCode("E06000099")))
                .isInstanceOfSatisfying(Area.Registered.class, entry -> {
                    assertThat(entry.details().name()).isEqualTo("Newborough");
                    assertThat(entry.details().level()).isEqualTo(AreaLevel.UNITARY);
                });
    }

    @Test
    void a_changed_value_corrects_the_reading_it_replaces() throws IOException {
        String row =
                "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,%s,Percentage,%%,,,,";
        rows(row.formatted("6.1"));
        ImportReport report = rows(row.formatted("6.2"));
        assertThat(report.corrected()).isEqualTo(1);
        assertThat(events("ons:claimant-count~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingCorrected.class,
                        corrected -> assertThat(corrected.corrects()).isEqualTo(1));
    }

    @Nested
    class A_faulty_row {

        @ParameterizedTest
        @CsvSource(
                delimiter = ';',
                value = {
                    "?,M,Nation,C,2009-01-01/P1Y,1,P,%,,,,;20",
                    "X99999999,M,Parish,C,2009-01-01/P1Y,1,P,%,,,,;23",
                    "E06000002,M,Nation,,2009-01-01/P1Y,1,P,%,,,,;30",
                    "E06000002,M,Nation,C,2009-02-30,1,P,%,,,,;40",
                    "E06000002,M,Nation,C,2009-13-01/P1Y,1,P,%,,,,;40",
                    "E06000002,M,Nation,C,last year,1,P,%,,,,;40",
                    "E06000002,M,Nation,C,2090-01-01/P1Y,1,P,%,,,,;42",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,many,P,%,,,,;50",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,NaN,P,%,,,,;50",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,1e999,P,%,,,,;51",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,1e-999,P,%,,,,;51",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,1,P,%,low,,,;52",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,1,P,%,3,2,,;53",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,1,P,%,,,maybe,;54",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,1,P,%,,,x,;55",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,1,P,%;10",
                    "E06000002,M,Nation,C,2009-01-01/P1Y,1,P,%,,,,,;10"
                })
        void is_refused_under_the_rule_it_breaks(String row, int rule) throws IOException {
            ImportReport report = rows(row);
            assertThat(faults.rules()).containsExactly(rule);
            assertThat(report.refused()).isEqualTo(Map.of(rule, 1L));
            assertThat(faults.faults().getFirst().row()).isEqualTo(2);
            assertThat(faults.faults().getFirst().remedy()).isNotBlank();
            assertThat(ledger.allReadingEvents()).isEmpty();
        }

        @Test
        void tells_all_its_faults_and_counts_once() throws IOException {
            ImportReport report = rows("?,M,Nation,C,yesterday,much,P,%,low,,maybe,");
            assertThat(faults.rules()).containsExactlyInAnyOrder(20, 40, 50, 52, 54);
            assertThat(report.refused()).isEqualTo(Map.of(20, 1L));
        }

        @Test
        void does_not_stop_the_rows_after_it() throws IOException {
            ImportReport report = rows(
                    "?,M,Nation,Claimant Count,2009-01-01/P1Y,1,P,%,,,,",
                    "E06000002,M,Nation,Claimant Count,2009-01-01/P1Y,1,P,%,,,,");
            assertThat(report.recorded()).isEqualTo(1);
        }

        @Test
        void is_named_when_its_bytes_are_not_UTF_8() throws IOException {
            byte[] file = (HEADER + "E06000002,M,Nation,Caf\u00e9,2009-01-01/P1Y,1,P,%,,,,\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            importing(file, "claimant-count.csv", false);
            assertThat(faults.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.rule()).isEqualTo(11);
                assertThat(fault.column()).isEqualTo("indicator");
            });
        }
    }

    @Nested
    class Rows_about_the_same_reading {

        private static final String ROW = "E06000002,M,Nation,Claimant Count,2009-01-01/P1Y,%s,Percentage,%%,,,,";

        @Test
        void count_once_when_they_are_equal() throws IOException {
            ImportReport report = rows(ROW.formatted("6.1"), ROW.formatted("6.10"));
            assertThat(report.recorded()).isEqualTo(1);
            assertThat(report.refused()).isEqualTo(Map.of(70, 1L));
            assertThat(faults.faults().getFirst().message()).contains("row 2");
        }

        @Test
        void are_both_refused_when_they_contradict_each_other() throws IOException {
            ImportReport report = rows(ROW.formatted("6.1"), ROW.formatted("6.2"));
            assertThat(report.recorded()).isZero();
            assertThat(report.refused()).isEqualTo(Map.of(71, 2L));
        }
    }

    @Test
    void a_check_changes_nothing() throws IOException {
        ImportReport report =
                importing(Files.readAllBytes(CUTS.resolve("claimant-count.csv")), "claimant-count.csv", true);
        assertThat(report.accepted()).isEqualTo(report.readings());
        assertThat(report.recorded()).isZero();
        assertThat(ledger.allReadingEvents()).isEmpty();
        assertThat(ledger.indicators()).isEmpty();
    }

    @Test
    void an_empty_file_is_told_apart_from_one_without_rows() throws IOException {
        assertThat(importing(new byte[0], "x.csv", false).readToTheEnd()).isFalse();
        assertThat(rows().readToTheEnd()).isTrue();
    }

    @Test
    void a_cut_off_gzip_file_is_reported_with_the_line_it_stopped_at() throws IOException {
        byte[] gzip = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2};
        ImportReport report = importing(gzip, "x.csv.gz", false);
        assertThat(report.readToTheEnd()).isFalse();
        assertThat(faults.rules()).containsExactly(1);
    }
}
