package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Aim: a wide file without codes is taken. Method: rows written in its form; the published copy has no stated licence. */
class PlaceSurveyTrapsTest {

    private static final String HEADER =
            "\uFEFFAuthority,Influence_Decisions,Get_On_Well,Belong,Drug_Use_And_Selling,Area,Overall\n";

    private final MemoryLedger ledger = MemoryLedger.withReferenceAreas();
    private final FaultList faults = new FaultList();

    private ImportReport importing(String rows) throws IOException {
        return new ReadingImport(ledger, MemoryLedger.TODAY)
                .run(
                        new ImportOrder(
                                () -> new ByteArrayInputStream((HEADER + rows).getBytes(StandardCharsets.UTF_8)),
                                "UKContentment.csv",
                                null,
                                new Mappings().named("place-survey").orElseThrow(),
                                false),
                        faults,
                        () -> {});
    }

    @Test
    void one_row_states_a_reading_of_each_indicator() throws IOException {
        ImportReport report = importing("Middlesbrough UA,30.1,74.2,59.3,41.4,North East,78.5\n");
        assertThat(report.rows()).isEqualTo(1);
        assertThat(report.readings()).isEqualTo(5);
        assertThat(ledger.eventsOf("ni:5~E06000002~all").getLast().toString())
                .contains("2008-04-01/P1Y")
                .contains("78.5");
    }

    @ParameterizedTest
    @CsvSource({
        "Camden LB,E09000007",
        "Barnsley MD,E08000016",
        "Gateshead MD,E08000020",
        "Northumberland UA,E06000048",
        "Dorset CC,E10000009",
        "Bristol UA,E06000023",
        "Medway Towns UA,E06000035",
        "Westminster City of LB,E09000033",
        "South Bucks DC,E07000006",
        "Kingston upon Hull UA,E06000010",
        "Herefordshire UA,E06000019",
        "Kings Lynn and West Norfolk DC,E07000146",
        "Stockton-on-Tees UA,E06000004"
    })
    void the_suffix_of_a_name_says_its_level_and_the_day_which_of_two_codes(String name, String code)
            throws IOException {
        importing(name + ",1,2,3,4,Yorkshire and The Humber,5\n");
        assertThat(faults.faults()).isEmpty();
        assertThat(ledger.eventsOf("ni:1~" + code + "~all")).hasSize(2);
    }

    @Test
    void the_region_is_not_used_for_four_Tees_Valley_authorities_stand_under_a_wrong_one() throws IOException {
        importing("""
                Hartlepool UA,31.3,72.6,60.4,30.4,Yorkshire and The Humber,76.5
                Darlington UA,29.9,79.7,58.4,24.2,North East,79.2
                """);
        assertThat(faults.faults()).isEmpty();
        assertThat(ledger.eventsOf("ni:1~E06000001~all")).hasSize(2);
        assertThat(ledger.eventsOf("ni:1~E06000005~all")).hasSize(2);
    }

    @Test
    void a_row_whose_area_is_unknown_counts_all_its_readings_as_refused() throws IOException {
        ImportReport report = importing("Atlantis UA,1,2,3,4,North East,5\n");
        assertThat(report.refused()).isEqualTo(Map.of(21, 5L));
        assertThat(faults.faults()).hasSize(1);
    }

    @Test
    void a_faulty_cell_refuses_its_own_reading_only() throws IOException {
        ImportReport report = importing("Middlesbrough UA,30.1,n/a,59.3,41.4,North East,78.5\n");
        assertThat(report.recorded()).isEqualTo(4);
        assertThat(report.refused()).isEqualTo(Map.of(50, 1L));
    }
}
