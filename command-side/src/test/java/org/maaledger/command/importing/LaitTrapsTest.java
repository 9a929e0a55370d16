package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.maaledger.command.indicator.Indicator;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;

/** Aim: the long file of the Department for Education is taken as it is. Method: a cut with every label and every name. */
class LaitTrapsTest {

    private static final Path CUT = Path.of("src/test/resources/figures/lait/lait_cut.csv");
    private static final String HEADER = "measure_short,measure,period_label,area_name,value,la_number,region\n";

    private MemoryLedger ledger = new MemoryLedger();
    private FaultList faults = new FaultList();

    @BeforeEach
    void fill_the_register() {
        ledger = MemoryLedger.withReferenceAreas();
        faults = new FaultList();
    }

    private ImportReport importing(ImportFile file) throws IOException {
        return new ReadingImport(ledger, MemoryLedger.TODAY)
                .run(
                        new ImportOrder(
                                file,
                                "lait_long.csv",
                                null,
                                new Mappings().named("lait").orElseThrow(),
                                false),
                        faults,
                        () -> {});
    }

    private ImportReport importing(String rows) throws IOException {
        return importing(() -> new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void the_cut_holds_all_65_labels_and_170_names() throws IOException {
        Set<String> labels = new HashSet<>();
        Set<String> names = new HashSet<>();
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(CUT)) {
            rows.forEach(row -> {
                labels.add(row.getField("period_label"));
                names.add(row.getField("area_name"));
            });
        }
        assertThat(labels).hasSize(65);
        assertThat(names).hasSize(170);
    }

    @Test
    void only_the_label_0_is_refused() throws IOException {
        ImportReport report = importing(() -> Files.newInputStream(CUT));
        assertThat(report.rows()).isEqualTo(918);
        assertThat(faults.faults()).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.rule()).isEqualTo(40);
            assertThat(fault.value()).isEqualTo("0");
        });
        assertThat(report.accepted()).isEqualTo(report.recorded()).isEqualTo(918 - report.refusedInAll());
    }

    @Test
    void a_gzipped_file_says_the_same_whatever_it_is_called() throws IOException {
        ByteArrayOutputStream gzipped = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(gzipped)) {
            Files.copy(CUT, out);
        }
        ImportReport plain = importing(() -> Files.newInputStream(CUT));
        ImportReport again = importing(() -> new ByteArrayInputStream(gzipped.toByteArray()));
        assertThat(again.unchanged()).isEqualTo(plain.recorded());
    }

    @Test
    void a_final_figure_of_a_period_that_lasts_is_a_fault_of_its_row_alone() throws IOException {
        String row = "10_ICPC,Conferences,%s,Middlesbrough,1,806.0,North East\n";
        ImportReport report = importing(row.formatted("2025-26 (Final)") + row.formatted("2026-27 (Final)"));
        assertThat(report.refused()).isEqualTo(Map.of(43, 1L));
        assertThat(report.recorded()).isEqualTo(1);
        assertThat(faults.faults().getFirst().row()).isEqualTo(3);
    }

    @Test
    void a_dash_is_missing_without_a_reason() throws IOException {
        importing("CIN,Children in Need,2024,Middlesbrough,-,806.0,North East\n");
        assertThat(ledger.eventsOf("lait:cin~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingRecorded.class,
                        recorded -> assertThat(recorded.observation())
                                .isEqualTo(new Observation.Missing(MissingReason.NOT_STATED)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Bedford Borough;E06000055",
                "Yorkshire and the Humber;E12000003",
                "West Midlands;E12000005",
                "North East;E12000001",
                "London;E12000007",
                "London (Inner);E13000001",
                "England;E92000001",
                "Durham;E06000047",
                "Northumberland;E06000057",
                "Herefordshire;E06000019",
                "Kingston Upon Hull, City of;E06000010",
                "St. Helens;E08000013",
                "Bournemouth (Pre LG);E06000028",
                "Dorset (Pre LG);E10000009",
                "Dorset;E06000059",
                "Cumbria;E10000006",
                "North Yorkshire;E06000065",
                "Barnsley;E08000038",
                "Isles of Scilly;E06000053"
            })
    void a_name_means_the_area_that_its_source_means(String name, String code) throws IOException {
        importing("CIN,Children in Need,2024,\"%s\",1,0,NA\n".formatted(name));
        assertThat(faults.faults()).isEmpty();
        assertThat(ledger.eventsOf("lait:cin~" + code + "~all")).hasSize(2);
    }

    @Test
    void a_name_that_matches_nothing_is_refused() throws IOException {
        importing("CIN,Children in Need,2024,Middlesborough,1,806.0,North East\n");
        assertThat(faults.rules()).containsExactly(21);
    }

    @Test
    void a_measure_that_the_dictionary_lacks_is_refused() throws IOException {
        importing("XYZ,Something,2024,Middlesbrough,1,806.0,North East\n");
        assertThat(faults.rules()).containsExactly(31);
    }

    @Test
    void vintages_of_a_period_stand_side_by_side() throws IOException {
        importing("""
                A3A,,2025 (prov),Middlesbrough,10,806.0,North East
                A3A,,2025 (Rev),Middlesbrough,11,806.0,North East
                A3A,,2025 (Final),Middlesbrough,12,806.0,North East
                """);
        assertThat(ledger.eventsOf("lait:a3a~E06000002~all")).hasSize(4);
    }

    @Test
    void measures_whose_names_differ_in_a_sign_are_two_indicators() throws IOException {
        importing("""
                LAC_ceased_SGO,,2024,Middlesbrough,10,806.0,North East
                LAC_ceased_SGO%,,2024,Middlesbrough,11,806.0,North East
                """);
        assertThat(ledger.indicators().keySet())
                .extracting(IndicatorCode::value)
                .containsExactlyInAnyOrder("lait:lac-ceased-sgo", "lait:lac-ceased-sgo-pct");
    }

    @Test
    void unit_and_polarity_come_from_the_dictionary() throws IOException {
        importing("InfMort,,2020,Middlesbrough,4.2,806.0,North East\n");
        assertThat(ledger.indicators().get(new IndicatorCode("lait:infmort")))
                .isInstanceOfSatisfying(Indicator.Registered.class, entry -> {
                    assertThat(entry.definition().unit()).isEqualTo("Rate per 1000 live births");
                    assertThat(entry.definition().polarity()).isEqualTo(Polarity.LOWER_IS_BETTER);
                });
    }

    @Test
    void twenty_digits_after_the_point_are_kept() throws IOException {
        importing("CIN,,2024,Middlesbrough,7.7799999999999996E-3,806.0,North East\n");
        assertThat(ledger.eventsOf("lait:cin~E06000002~all").getLast())
                .isInstanceOfSatisfying(
                        ReadingRecorded.class,
                        recorded -> assertThat(recorded.observation())
                                .isEqualTo(Observation.Measured.of("0.0077799999999999996")));
    }

    @Test
    void rows_behind_a_cell_with_line_breaks_are_found_by_their_line() throws IOException {
        ImportReport report = importing("""
                CIN,"Children
                in Need",2024,Middlesbrough,1,806.0,North East
                CIN,,0,Middlesbrough,1,806.0,North East
                """);
        assertThat(report.rows()).isEqualTo(2);
        assertThat(faults.faults())
                .singleElement()
                .satisfies(fault -> assertThat(fault.row()).isEqualTo(4));
        assertThat(report.refused()).isEqualTo(Map.of(40, 1L));
    }
}
