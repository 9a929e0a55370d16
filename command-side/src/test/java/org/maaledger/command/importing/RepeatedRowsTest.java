package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.kernel.reading.ReadingEvent;

/**
 * Aim: what becomes of rows about the same reading depends on the file and on nothing else. Method: small files, and made-up ones
 * imported under several bounds of what is gathered before it is sent.
 */
class RepeatedRowsTest {

    private static final Mapping ONS = new Mappings().named("ons").orElseThrow();
    private static final int SEEDS = 40;

    private final OnsScene scene = new OnsScene();

    @Test
    void count_once_when_they_are_equal() throws IOException {
        ImportReport report = scene.rows(OnsScene.row("6.1", ""), OnsScene.row("6.10", ""));
        assertThat(report.recorded()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(Map.of(70, 1L));
        assertThat(scene.onlyFault().message()).contains("row 2");
    }

    @Test
    void are_both_refused_when_they_contradict_each_other() throws IOException {
        ImportReport report = scene.rows(OnsScene.row("6.1", ""), OnsScene.row("6.2", ""));
        assertThat(report.recorded()).isZero();
        assertThat(report.refused()).isEqualTo(Map.of(71, 2L));
        assertThat(scene.faults.faults()).extracting(Fault::row).containsExactlyInAnyOrder(2L, 3L);
        assertThat(scene.ledger.allReadingEvents()).isEmpty();
    }

    @Test
    void are_all_refused_when_a_third_agrees_with_the_first() throws IOException {
        ImportReport report = scene.rows(OnsScene.row("6.1", ""), OnsScene.row("6.2", ""), OnsScene.row("6.1", ""));
        assertThat(report.recorded()).isZero();
        assertThat(report.refused()).isEqualTo(Map.of(71, 3L));
    }

    @Test
    void contradict_each_other_when_one_says_that_there_is_no_figure() throws IOException {
        ImportReport report = scene.rows(OnsScene.row("", "c"), OnsScene.row("6.2", ""));
        assertThat(report.refused()).isEqualTo(Map.of(71, 2L));
        assertThat(report.missing()).isEmpty();
    }

    @Test
    void contradict_each_other_by_the_reason_for_which_there_is_no_figure() throws IOException {
        ImportReport report = scene.rows(OnsScene.row("", "c"), OnsScene.row("", "x"));
        assertThat(report.refused()).isEqualTo(Map.of(71, 2L));
        assertThat(report.missing()).isEmpty();
    }

    @Test
    void are_refused_however_far_apart_they_stand() throws IOException {
        StringBuilder file = new StringBuilder(OnsScene.HEADER)
                .append(OnsScene.row("6.1", ""))
                .append('\n');
        for (int i = 0; i < Recording.GATHERED_MAX + 1_000; i++) {
            file.append("E%08d,Made up,Nation,Claimant Count,%d-01-01/P1Y,1,Percentage,%%,,,,\n"
                    .formatted(10 + i % 1_000, 1950 + i / 1_000));
        }
        file.append(OnsScene.row("6.2", "")).append('\n');
        ImportReport report = scene.text(file.toString());
        assertThat(report.refused()).containsEntry(71, 2L);
        assertThat(scene.events(OnsScene.SERIES)).isEmpty();
    }

    /** What an import comes to: the report, the faults, and the events of every series. */
    private record Outcome(ImportReport report, List<Fault> faults, Map<String, List<ReadingEvent>> series) {}

    private static Outcome imported(byte[] file, int gatheredMax) throws IOException {
        MemoryLedger ledger = new MemoryLedger();
        FaultList faults = new FaultList();
        ImportReport report = new ReadingImport(ledger, MemoryLedger.TODAY, gatheredMax)
                .run(
                        new ImportOrder(() -> new ByteArrayInputStream(file), "claimant-count.csv", null, ONS, false),
                        faults,
                        () -> {});
        return new Outcome(report, faults.faults(), new TreeMap<>(ledger.bySeries()));
    }

    /** Rows about few readings, so that many repeat or contradict one another, in an order of chance. */
    private static byte[] madeUp(long seed) {
        RandomGenerator chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        List<String> rows = new ArrayList<>();
        int count = chance.nextInt(1, 120);
        for (int i = 0; i < count; i++) {
            int area = chance.nextInt(1, 5);
            int year = chance.nextInt(2005, 2011);
            boolean missing = chance.nextInt(6) == 0;
            rows.add("E0600000%d,Some,Nation,Claimant Count,%d-01-01/P1Y,%s,Percentage,%%,,,%s,"
                    .formatted(area, year, missing ? "" : chance.nextInt(1, 4), missing ? "x" : ""));
        }
        return (OnsScene.HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 30})
    void the_bound_of_what_is_gathered_changes_nothing(int gatheredMax) throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            byte[] file = madeUp(seed);
            assertThat(imported(file, gatheredMax))
                    .as("seed %d, gathered %d", seed, gatheredMax)
                    .isEqualTo(imported(file, Recording.GATHERED_MAX));
        }
    }

    @Test
    void the_order_of_rows_decides_nothing_but_which_of_equal_ones_is_named() throws IOException {
        for (long seed = 1; seed <= SEEDS; seed++) {
            String file = new String(madeUp(seed), StandardCharsets.UTF_8);
            List<String> rows = file.lines().toList();
            String reversed = rows.getFirst() + "\n"
                    + String.join("\n", rows.subList(1, rows.size()).reversed()) + "\n";
            ImportReport one =
                    imported(file.getBytes(StandardCharsets.UTF_8), 5).report();
            ImportReport other =
                    imported(reversed.getBytes(StandardCharsets.UTF_8), 5).report();
            assertThat(other.accepted()).as("seed %d", seed).isEqualTo(one.accepted());
            assertThat(other.missing()).as("seed %d", seed).isEqualTo(one.missing());
        }
    }
}
