package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: everybody can measure again, with one command. Method: the quick form of one measurement, through the launcher; the numbers are
 * the machine's, that they are there is the program's. The long form of this test takes all measurements.
 */
class BenchTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void one_measurement_prints_a_table_and_writes_json() throws Exception {
        assertThat(measured("start", "start")).isEqualTo(2);
    }

    @Test
    @Tag("full")
    void all_of_them_work_in_their_quick_form() throws Exception {
        assertThat(measured("", "commands", "start", "http", "rebuild", "reads"))
                .isGreaterThan(20);
    }

    @Test
    void a_measurement_that_does_not_exist_is_refused_with_the_names_of_those_that_do() {
        Program.Finished refused = Program.run(List.of("bench", "--only", "everything"), folder, Map.of());

        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.output()).contains("everything").contains("http").contains("rebuild");
    }

    /** Gives how many figures there are, each of one of {@code groups}. */
    private int measured(String only, String... groups) throws Exception {
        Path json = folder.resolve("bench.json");
        List<String> command = only.isEmpty()
                ? List.of("bench", "--quick", "--json", json.toString())
                : List.of("bench", "--quick", "--json", json.toString(), "--only", only);

        Program.Finished done = Program.run(command, folder, Map.of());

        assertThat(done.exit()).as(done.output()).isZero();
        assertThat(done.output()).contains("| measured |").contains("fsync=on");
        JsonNode figures = JSON.readTree(json.toFile()).path("figures");
        for (JsonNode figure : figures) {
            assertThat(groups).contains(figure.path("group").asText());
            boolean rate = figure.path("unit").asText().endsWith("/s");
            assertThat(figure.path("median").asDouble())
                    .as(figure.path("name").asText())
                    .isGreaterThanOrEqualTo(rate ? 0.001 : 0);
        }
        return figures.size();
    }
}
