package org.maaledger.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Aim: what is printed of a measurement is what was measured, with its spread, and an aim that was missed is called so. */
final class A_figure {

    private static final Figure RATE =
            Figure.of("commands", "through the bus", "commands/s", List.of(9_000.0, 12_345.0, 7_000.0), "64 in flight");

    @Test
    void of_three_rounds_is_the_middle_one_with_its_spread() {
        assertThat(RATE.median()).isEqualTo(9_000);
        assertThat(RATE.least()).isEqualTo(7_000);
        assertThat(RATE.most()).isEqualTo(12_345);
    }

    @Test
    void of_two_rounds_lies_between_them() {
        assertThat(Figure.of("g", "n", "ms", List.of(1.0, 4.0), "").median()).isEqualTo(2.5);
    }

    @Test
    void of_no_round_does_not_exist() {
        assertThatIllegalArgumentException().isThrownBy(() -> Figure.of("g", "n", "ms", List.of(), ""));
    }

    @Test
    void is_judged_by_its_middle_round_in_the_direction_of_its_aim() {
        assertThat(RATE.atLeast(9_000).met()).isTrue();
        assertThat(RATE.atLeast(9_001).met()).isFalse();
        assertThat(RATE.atMost(9_000).met()).isTrue();
        assertThat(RATE.atMost(8_999).met()).isFalse();
        assertThat(RATE.met()).isNull();
    }

    @Test
    void has_as_many_digits_as_its_size_deserves() {
        assertThat(List.of(12_345.6, 99.94, 10.0, 3.274, 0.5).stream()
                        .map(Figure::plain)
                        .toList())
                .containsExactly("12,346", "99.9", "10", "3.27", "0.50");
    }

    @Test
    void stands_in_the_table_and_in_the_json_with_what_was_not_measured(@TempDir Path folder) throws Exception {
        Report report = new Report(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        report.add(RATE.atLeast(10_000));
        report.leaveOut("peers", "there is no Node here");
        ByteArrayOutputStream table = new ByteArrayOutputStream();
        report.table(new PrintStream(table, true, StandardCharsets.UTF_8));
        Path json = folder.resolve("bench.json");
        report.json(json, Map.of("cores", 2));

        assertThat(table.toString(StandardCharsets.UTF_8))
                .contains("| commands: through the bus | 9,000 | 7,000 to 12,345 | commands/s |"
                        + " at least 10,000: **not met** | 64 in flight |")
                .contains("Not measured: peers: there is no Node here");
        assertThat(Files.readString(json))
                .contains("\"rounds\" : [ 9000.0, 12345.0, 7000.0 ]")
                .contains("\"met\" : false")
                .contains("\"cores\" : 2")
                .contains("there is no Node here");
    }
}
