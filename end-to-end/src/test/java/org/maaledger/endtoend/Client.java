package org.maaledger.endtoend;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

/** Somebody who speaks HTTP to a program with a bearer token. */
final class Client {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private static final Duration REACHED_WITHIN = Duration.ofMinutes(1);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Function<String, URI> address;
    private final String token;

    Client(Program program, String token) {
        this(program::at, token);
    }

    /** {@code address} gives the full address of a request path. */
    Client(Function<String, URI> address, String token) {
        this.address = address;
        this.token = token;
    }

    /** An answer: status, headers and the body as a tree (a text node where it is not JSON). */
    record Answer(int status, java.net.http.HttpHeaders headers, JsonNode body) {

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        String code() {
            return body.path("code").asText();
        }

        long position() {
            return body.path("position").asLong();
        }

        /** This answer, if it has the status; otherwise fails with all that is known. */
        Answer expecting(int expected) {
            if (status != expected) {
                throw new AssertionError("expected %d, got %d: %s".formatted(expected, status, body));
            }
            return this;
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /**
     * The answer to a question that names a {@code min-position}: a ledger that has not come so far says when to ask again, and is
     * asked again, for a minute.
     */
    Answer getOnceReached(String path) {
        Instant deadline = Instant.now().plus(REACHED_WITHIN);
        Answer answer = get(path);
        while (answer.status() == 503 && Instant.now().isBefore(deadline)) {
            if (answer.header("Retry-After").isEmpty()) {
                throw new AssertionError("a 503 that does not say when to come again: " + answer.body());
            }
            pause();
            answer = get(path);
        }
        return answer.expecting(200);
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Posts a new request, under a key of its own. */
    Answer post(String path, String json) {
        return post(path, json, UUID.randomUUID().toString(), "*");
    }

    Answer post(String path, String json, String key, String ifMatch) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .header("If-Match", ifMatch)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    HttpRequest.Builder request(String path) {
        HttpRequest.Builder builder =
                HttpRequest.newBuilder(address.apply(path)).timeout(Duration.ofSeconds(60));
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    Answer send(HttpRequest.Builder builder) {
        try {
            HttpResponse<String> response = HTTP.send(builder.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), tree(response));
        } catch (IOException e) {
            throw new AssertionError("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode tree(HttpResponse<String> response) {
        if (response.headers().firstValue("Content-Type").orElse("").contains("json")
                && !response.body().isEmpty()) {
            try {
                return JSON.readTree(response.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError("not JSON: " + response.body(), e);
            }
        }
        return JSON.getNodeFactory().textNode(response.body());
    }
}
