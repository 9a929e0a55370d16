package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.MaaLedger;

/**
 * Aim: a program can read every line that the ledger writes about itself, and finds in it which request it is about and nothing about a
 * person. Method: the program as a process of its own, told to write JSON; commands of both fates; and every line it wrote, read.
 */
class Lines_about_itself {

    private static final String SECRET = "a-name-that-must-not-be-logged";

    @TempDir
    Path folder;

    @Test
    void are_objects_that_name_request_command_actor_and_body_and_nobody() throws Exception {
        Process process = started();
        String token = TestLedger.SIGN_IN.token("org:statistics", "data-provider");
        String accepted;
        String refused;
        try {
            String address = address(process);
            try (HttpClient client = HttpClient.newHttpClient()) {
                accepted = correlation(client.send(area(address, token, "one"), BODY), 201);
                refused = correlation(client.send(area(address, token, "two"), BODY), 409);
            }
        } finally {
            end(process);
        }
        assertThat(process.exitValue())
                .as("ended by SIGTERM, as docs/operation.md says")
                .isEqualTo(143);

        List<JsonNode> lines = lines();
        JsonNode yes = about(lines, accepted);
        assertThat(yes.path("command").asText()).isEqualTo("registerArea");
        assertThat(yes.path("outcome").asText()).isEqualTo("accepted");
        JsonNode no = about(lines, refused);
        assertThat(no.path("code").asText()).isNotBlank();
        assertThat(no.path("body").asText()).isEqualTo("org:statistics");
        assertThat(no.path("actor").asText())
                .isEqualTo(yes.path("actor").asText())
                .matches("[0-9a-f-]{36}");
        assertThat(Files.readString(folder.resolve("output")) + Files.readString(folder.resolve("errors")))
                .doesNotContain(SECRET, token, "A secret place");
    }

    /** By SIGTERM; what does not end by it is not left behind. */
    private static void end(Process process) throws InterruptedException {
        process.destroy();
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static final HttpResponse.BodyHandler<String> BODY = HttpResponse.BodyHandlers.ofString();

    private Process started() throws Exception {
        Path keys = folder.resolve("keys.json");
        Files.writeString(keys, TestLedger.SIGN_IN.publishedKeys());
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dlogging.level.org.maaledger.app.watch=debug",
                "-cp",
                ownClassPath(),
                MaaLedger.class.getName(),
                "run");
        builder.environment().put("MAAL_DATA", folder.resolve("data").toString());
        builder.environment().put("MAAL_PORT", "0");
        builder.environment().put("MAAL_LOG", "json");
        builder.environment().put("MAAL_JWKS_FILE", keys.toString());
        return builder.redirectOutput(folder.resolve("output").toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
    }

    /** What the program is made of: the tests bring a form of lines of their own. */
    private static String ownClassPath() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("-tests.jar") && !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Where it says that it answers. */
    private String address(Process process) throws Exception {
        long deadline = System.nanoTime() + 300_000_000_000L;
        while (process.isAlive() && System.nanoTime() < deadline) {
            Optional<String> ready = Files.readString(folder.resolve("output"))
                    .lines()
                    .filter(line -> line.contains(" is ready at ") && line.endsWith("}"))
                    .findFirst();
            if (ready.isPresent()) {
                String message = Problems.read(ready.get()).path("message").asText();
                return message.replaceFirst(".* is ready at ([^,]*),.*", "$1");
            }
            Thread.sleep(100);
        }
        throw new AssertionError("it did not start: " + Files.readString(folder.resolve("output"))
                + Files.readString(folder.resolve("errors")));
    }

    private static HttpRequest area(String address, String token, String key) {
        return HttpRequest.newBuilder(URI.create(address + "/v1/areas"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", SECRET + key)
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"area": "test:logged", "source": {"name": "made up for a test"},
                         "details": {"name": "A secret place", "level": "other", "parents": [], "constituents": [],
                                     "formerCodes": [], "aliases": []}}"""))
                .build();
    }

    private static String correlation(HttpResponse<String> response, int status) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        return response.headers().firstValue("Correlation-Id").orElseThrow();
    }

    private List<JsonNode> lines() throws Exception {
        List<JsonNode> lines = Files.readString(folder.resolve("output"))
                .lines()
                .map(Problems::read)
                .toList();
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.isObject()).isTrue();
            assertThat(line.path("@timestamp").asText()).isNotBlank();
            assertThat(line.path("message").isTextual()).isTrue();
        });
        return lines;
    }

    /** The line about the command of one request. */
    private static JsonNode about(List<JsonNode> lines, String correlation) {
        return lines.stream()
                .filter(line -> line.path("correlation").asText().equals(correlation) && line.has("command"))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no line about " + correlation + ": " + lines));
    }
}
