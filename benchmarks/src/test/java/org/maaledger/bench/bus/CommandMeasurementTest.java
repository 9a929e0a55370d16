package org.maaledger.bench.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.bench.BenchServer;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.report.Figure;
import org.maaledger.bench.report.Report;

/** Takes the figures of commands in a form so small that they mean nothing: that they come, and that the engines stored what they said. */
class CommandMeasurementTest {

    private static final List<String> ENGINES = List.of("ours", "stock Axon JDBC", "stock Axon JPA");

    /** The measurement itself fails where an engine holds another number of events than it acknowledged. */
    @Test
    void every_engine_stores_what_it_acknowledges_and_every_figure_comes() throws Exception {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        Report report = new Report(new PrintStream(said, true, StandardCharsets.UTF_8));
        try (BenchServer server = BenchServer.start(Path.of("target"))) {
            Conditions tiny = new Conditions(
                    true,
                    server,
                    Duration.ofMillis(100),
                    Duration.ofMillis(500),
                    1,
                    500,
                    50,
                    Path.of("..").toAbsolutePath().normalize(),
                    null);
            new CommandMeasurement().run(tiny, report);
        }
        for (String engine : ENGINES) {
            assertThat(values(report, engine)).isNotEmpty().allMatch(rate -> rate > 0);
            assertThat(values(report, engine + ", p50")).allMatch(millis -> millis > 0);
            assertThat(values(report, engine + ", p99")).allMatch(millis -> millis > 0);
            assertThat(values(report, engine + ", an event as stored")).allMatch(bytes -> bytes > 400 && bytes < 900);
        }
        assertThat(report.figures())
                .extracting(Figure::name)
                .contains(
                        "ours / stock Axon JDBC",
                        "ours / stock Axon JPA",
                        "ours, all projections running",
                        "ours, 64 in flight on one series",
                        "ours, one in flight / plain commit, p50",
                        "plain inserts, 1 row for each commit",
                        "plain inserts, 50 rows for each commit");
        assertThat(values(report, "ours, commands decided again after a conflict"))
                .as("one node alone never meets a conflict")
                .containsExactly(0.0);
    }

    private static List<Double> values(Report report, String name) {
        return report.figures().stream()
                .filter(figure -> figure.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no figure of " + name))
                .rounds();
    }
}
