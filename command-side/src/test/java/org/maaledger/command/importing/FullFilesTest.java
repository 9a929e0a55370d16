package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Aim: no row of any full file vanishes, and docs/data.md says what became of each. Method: import all of them into a ledger of pure
 * states, twice, and compare with the page. Where the page is stale, the test prints what it must say.
 */
@TestMethodOrder(MethodOrderer.MethodName.class)
class FullFilesTest {

    private static final Path PAGE = Path.of("../docs/data.md");

    private static ImportReport importing(MemoryLedger ledger, Path file, String mapping, boolean check)
            throws IOException {
        return new ReadingImport(ledger, MemoryLedger.TODAY)
                .run(
                        new ImportOrder(
                                () -> Files.newInputStream(file),
                                String.valueOf(file.getFileName()),
                                null,
                                new Mappings().named(mapping).orElseThrow(),
                                check),
                        new FaultList(),
                        () -> {});
    }

    private static String line(ImportReport report) {
        Map<Integer, String> rules = new TreeMap<>();
        report.refused()
                .forEach(
                        (rule, count) -> rules.put(rule, String.format(Locale.ROOT, "%,d under rule %d", count, rule)));
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %s | %s |",
                report.file(),
                report.readings(),
                report.recorded(),
                report.missing().isEmpty()
                        ? "0"
                        : new TreeMap<>(report.missing())
                                .entrySet().stream()
                                        .map(entry ->
                                                String.format(Locale.ROOT, "%,d %s", entry.getValue(), entry.getKey()))
                                        .collect(Collectors.joining(", ")),
                rules.isEmpty() ? "0" : String.join(", ", rules.values()));
    }

    private static void adds(ImportReport report) {
        assertThat(report.readToTheEnd()).isTrue();
        assertThat(report.readings()).isEqualTo(report.accepted() + report.refusedInAll());
        assertThat(report.accepted()).isEqualTo(report.recorded() + report.corrected() + report.unchanged());
    }

    @Test
    void a_page_says_what_became_of_each_file_of_the_Office_for_National_Statistics() throws IOException {
        MemoryLedger ledger = MemoryLedger.withReferenceAreas();
        List<String> lines = new ArrayList<>();
        long readings = 0;
        long recorded = 0;
        long areas = 0;
        for (Path file : RealFiles.ons()) {
            ImportReport report = importing(ledger, file, "ons", false);
            adds(report);
            lines.add(line(report));
            readings += report.readings();
            recorded += report.recorded();
            areas += report.areasRegistered();
        }
        assertThat(readings).isEqualTo(153_686);
        assertThat(recorded).isEqualTo(153_666);
        assertThat(areas).as("areas that the shipped register lacks").isZero();
        assertThat(ledger.seriesCount()).isEqualTo(13_701);
        assertThat(Files.readAllLines(PAGE)).containsAll(lines);
    }

    @Test
    void b_importing_them_again_adds_nothing() throws IOException {
        MemoryLedger ledger = new MemoryLedger();
        for (Path file : RealFiles.ons()) {
            importing(ledger, file, "ons", false);
        }
        assertThat(ledger.areas())
                .as("an empty register grows to every area of the files")
                .hasSize(726);
        int events = ledger.allReadingEvents().size();
        for (Path file : RealFiles.ons()) {
            ImportReport again = importing(ledger, file, "ons", false);
            assertThat(again.unchanged()).isEqualTo(again.accepted());
        }
        assertThat(ledger.allReadingEvents()).hasSize(events);
    }

    @Test
    void c_the_page_says_what_became_of_the_file_of_the_Department_for_Education() throws IOException {
        MemoryLedger ledger = MemoryLedger.withReferenceAreas();
        ImportReport report = importing(ledger, RealFiles.lait(), "lait", false);
        adds(report);
        assertThat(report.readings()).isEqualTo(641_070);
        assertThat(report.recorded()).isEqualTo(640_900);
        assertThat(report.refused()).isEqualTo(Map.of(40, 170L));
        assertThat(report.series()).isEqualTo(73_780);
        assertThat(report.indicatorsRegistered()).isEqualTo(434);
        assertThat(Files.readAllLines(PAGE)).contains(line(report));
    }

    @Test
    void d_every_row_of_the_place_survey_finds_its_authority() throws IOException {
        MemoryLedger ledger = MemoryLedger.withReferenceAreas();
        ImportReport report = importing(ledger, RealFiles.placeSurvey(), "place-survey", false);
        adds(report);
        assertThat(report.recorded()).isEqualTo(1_760);
        assertThat(ledger.eventsOf("ni:1~E06000053~all"))
                .as("the Isles of Scilly are missing")
                .isEmpty();
        assertThat(Files.readAllLines(PAGE)).contains(line(report));
    }
}
