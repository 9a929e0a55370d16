package org.maaledger.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.maaledger.app.postgres.Secrets;
import org.maaledger.app.settings.CannotStart;

/**
 * The demonstration data: requests of personas, sent to the ledger as anybody would send them. Each has a key of its own, so a
 * demonstration that was interrupted goes on where it stopped, and nothing is recorded twice.
 */
final class Demonstration {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final URI address;
    private final TokenSource signIn;
    private final HttpClient client;
    private final Map<String, String> tokens = new HashMap<>();

    private Demonstration(URI address, TokenSource signIn, HttpClient client) {
        this.address = address;
        this.signIn = signIn;
        this.client = client;
    }

    /** Plays the story to the ledger at {@code address}, unless it was played to its end before. */
    static void playOnce(Path data, String address) {
        Path done = data.resolve("demonstration-played");
        if (Files.exists(done)) {
            return;
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            new Demonstration(URI.create(address), TokenSource.in(data), client).play();
        }
        Secrets.writePrivately(done, "");
    }

    private void play() {
        JsonNode steps = story();
        for (int i = 0; i < steps.size(); i++) {
            JsonNode step = steps.get(i);
            HttpResponse<String> response = send(request(i, step));
            if (response.statusCode() >= 300 || response.body().contains("{\"problem\"")) {
                throw new CannotStart("Step %d of the demonstration (%s as %s) was refused: %s"
                        .formatted(
                                i + 1,
                                step.path("post").asText(),
                                step.path("as").asText(),
                                response.body()));
            }
        }
    }

    private HttpRequest request(int number, JsonNode step) {
        String token = tokens.computeIfAbsent(step.path("as").asText(), signIn::token);
        boolean file = step.has("file");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        address.resolve(step.path("post").asText()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "*/*")
                .header("Content-Type", file ? "text/csv" : "application/json")
                .header("Idempotency-Key", "demonstration-" + (number + 1))
                .header("If-Match", "*");
        return request.POST(
                        file
                                ? BodyPublishers.ofByteArray(
                                        resource(step.path("file").asText()))
                                : BodyPublishers.ofString(step.path("body").toString()))
                .build();
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new CannotStart("The ledger stopped answering while the demonstration was recorded: " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted.", e);
        }
    }

    private static JsonNode story() {
        try {
            return JsonMapper.builder().build().readTree(resource("/demonstration/story.json"));
        } catch (IOException e) {
            throw new IllegalStateException("the story is JSON", e);
        }
    }

    private static byte[] resource(String path) {
        try (InputStream file = Demonstration.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + path);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the jar cannot be read", e);
        }
    }
}
