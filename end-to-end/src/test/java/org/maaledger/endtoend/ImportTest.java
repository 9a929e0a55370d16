package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: what an import says from a shell is so, also after a crash. Method: the launcher on good and bad files, and a program that is
 * killed while it records.
 */
class ImportTest {

    private static final String HEADER =
            "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n";
    private static final int SERIES = 2_000;
    private static final int YEARS = 10;

    @TempDir
    Path folder;

    private static String file(int series) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int area = 0; area < series; area++) {
            for (int year = 2001; year < 2001 + YEARS; year++) {
                file.append("E%08d,Made up %d,Nation,Claimant Count,%d-01-01/P1Y,%d,Percentage,%%,,,,\n"
                        .formatted(30_000_000 + area, area, year, year - area));
            }
        }
        return file.toString();
    }

    private static HttpRequest request(Client client, String file) {
        return client.request("/v1/imports/readings?mapping=ons&file-name=claimant-count.csv")
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", "import")
                .POST(HttpRequest.BodyPublishers.ofString(file))
                .build();
    }

    /** Every stream of the log as it is now, with the sequence and content of its events. */
    private static Map<String, List<String>> streams(Client client) {
        long head = client.get("/v1/projections")
                .expecting(200)
                .body()
                .path("projections")
                .path(0)
                .path("head")
                .asLong(-1);
        assertThat(head).as("the newest event of the log").isNotNegative();
        Map<String, List<String>> streams = new TreeMap<>();
        long after = 0;
        while (after < head) {
            JsonNode page = client.getOnceReached("/v1/events?page-size=500&min-position=" + head + "&after=" + after)
                    .body();
            for (JsonNode event : page.path("items")) {
                streams.computeIfAbsent(event.path("stream").asText(), key -> new ArrayList<>())
                        .add(event.path("event").asText() + event.path("change"));
            }
            after = page.path("next").asLong();
        }
        return streams;
    }

    private static Map<String, List<String>> inOnePiece(Path folder, Keys keys, String token, String file)
            throws IOException, InterruptedException {
        try (Program program = Program.start("run", folder, keys(keys));
                HttpClient http = HttpClient.newHttpClient()) {
            Client client = new Client(program, token);
            assertThat(http.send(request(client, file), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            return streams(client);
        }
    }

    private static Map<String, String> keys(Keys keys) {
        return Map.of("MAAL_JWKS_FILE", keys.file().toString());
    }

    @Test
    void killed_half_way_and_repeated_leaves_what_one_in_one_piece_leaves() throws IOException, InterruptedException {
        Keys keys = Keys.in(folder);
        String token = keys.token("statistics", "org:statistics", "data-provider");
        String file = file(SERIES);
        Path broken = Files.createDirectory(folder.resolve("broken"));
        try (Program program = Program.start("run", broken, keys(keys));
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> answer =
                    http.send(request(new Client(program, token), file), HttpResponse.BodyHandlers.ofLines());
            Iterator<String> lines = answer.body().iterator();
            String line = lines.next();
            while (!line.contains("recording") || line.contains("\"done\":0,")) {
                line = lines.next();
            }
            program.kill();
            assertThat(line).doesNotContain("\"done\":" + SERIES * YEARS);
        }
        Map<String, List<String>> repeated;
        try (Program program = Program.start("run", broken, keys(keys))) {
            Path again = Files.writeString(folder.resolve("claimant-count.csv"), file);
            Map<String, String> environment = new HashMap<>();
            environment.put("MAAL_TOKEN", token);
            environment.put("MAAL_PORT", Integer.toString(program.port()));
            Program.Finished finished =
                    Program.run(List.of("import", "readings", again.toString()), folder, environment);
            assertThat(finished.exit()).as(finished.output()).isZero();
            assertThat(finished.output())
                    .containsPattern(
                            "claimant-count.csv: 20,000 rows: [0-9,]+ recorded, 0 corrected, [0-9,]+ unchanged")
                    .doesNotContain(": 0 recorded", " 0 unchanged");
            repeated = streams(new Client(program, token));
        }
        assertThat(repeated).isEqualTo(inOnePiece(Files.createDirectory(folder.resolve("whole")), keys, token, file));
        assertThat(repeated).hasSize(SERIES * 2 + 1);
    }

    @Test
    void says_in_one_line_what_is_wrong_with_what_was_typed_and_ends_with_1() throws IOException {
        Map<String, String> environment = Map.of("MAAL_TOKEN", "none", "MAAL_PORT", "1");
        Path file = Files.writeString(folder.resolve("figures.csv"), file(1));
        cannot(environment, "is a folder", folder.toString());
        cannot(environment, "There is no file", folder.resolve("nowhere.csv").toString());
        cannot(environment, "add --name", "-");
        cannot(environment, "for a single file", "--name", "x.csv", file.toString(), file.toString());
        cannot(environment, "No ledger answers", file.toString());
        cannot(Map.of(), "MAAL_TOKEN", file.toString());
    }

    private void cannot(Map<String, String> environment, String because, String... words) {
        List<String> command = new ArrayList<>(List.of("import", "readings"));
        command.addAll(List.of(words));
        Program.Finished finished = Program.run(command, folder, environment);
        assertThat(finished.exit()).as(finished.output()).isEqualTo(1);
        assertThat(finished.output()).contains(because).doesNotContain("\tat ");
    }

    @Test
    void ends_with_3_if_there_are_faults_and_a_check_changes_nothing() throws IOException, InterruptedException {
        Keys keys = Keys.in(folder);
        String token = keys.token("statistics", "org:statistics", "data-provider");
        String faulty = file(1) + "?,Nowhere,Nation,Claimant Count,2009-02-30,1e999,Percentage,%,,,,\n";
        try (Program program = Program.start("run", folder, keys(keys))) {
            Map<String, String> environment =
                    Map.of("MAAL_TOKEN", token, "MAAL_PORT", Integer.toString(program.port()));
            Path file = Files.writeString(folder.resolve("claimant-count.csv"), faulty);
            Program.Finished checked =
                    Program.run(List.of("import", "readings", "--check", file.toString()), folder, environment);
            assertThat(checked.exit()).as(checked.output()).isEqualTo(3);
            assertThat(checked.output())
                    .contains(
                            "claimant-count.csv:12: rule 20, column areacd, '?'",
                            "claimant-count.csv:12: rule 40, column period, '2009-02-30'",
                            "claimant-count.csv:12: rule 51, column observation, '1e999'",
                            "To mend it:",
                            "11 rows: 10 acceptable, 1 refused (rule 20: 1)");
            assertThat(streams(new Client(program, token))).isEmpty();
            assertThat(piped(environment, file(1))).isZero();
            assertThat(streams(new Client(program, token))).hasSize(3);
        }
    }

    private int piped(Map<String, String> environment, String file) throws IOException, InterruptedException {
        Process process = Program.launcher(
                        List.of("import", "readings", "--name", "claimant-count.csv", "-"), folder, environment)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("piped.log").toFile())
                .start();
        try (var in = process.outputWriter()) {
            in.write(file);
        }
        return process.waitFor();
    }
}
