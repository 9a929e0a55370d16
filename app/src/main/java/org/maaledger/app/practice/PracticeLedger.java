package org.maaledger.app.practice;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ledger of a practice as its clients see it: over HTTP. An answer that is not good ends the practice. */
final class PracticeLedger implements AutoCloseable {

    /** Far more than any answer takes: a practice that hangs must not keep a start waiting for ever. */
    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);

    private static final Pattern POSITION = Pattern.compile("\"position\":([0-9]+)");
    private static final int NOT_YET = 503;
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final int ATTEMPTS_MAX = 60;

    private final URI address;
    private final AtomicLong keys = new AtomicLong();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    PracticeLedger(URI address) {
        this.address = address;
    }

    /** Sends a command; gives the position after it, and 0 where the answer names none. */
    long post(String token, String path, String body) {
        HttpRequest request = request(token, path)
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .header("Idempotency-Key", "practice-" + keys.incrementAndGet())
                .POST(BodyPublishers.ofString(body))
                .build();
        Matcher position = POSITION.matcher(answer(request, 1));
        return position.find() ? Long.parseLong(position.group(1)) : 0;
    }

    /** Asks until the projections hold what is asked for. */
    void get(String token, String path) {
        answer(request(token, path).build(), ATTEMPTS_MAX);
    }

    @Override
    public void close() {
        client.close();
    }

    private HttpRequest.Builder request(String token, String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .timeout(ANSWER_MAX)
                .header("Authorization", "Bearer " + token);
    }

    private String answer(HttpRequest request, int attempts) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            if (response.statusCode() == NOT_YET && attempts > 1) {
                Thread.sleep(PAUSE);
                return answer(request, attempts - 1);
            }
            if (response.statusCode() >= 300) {
                throw new IllegalStateException("%s %s was answered %d: %s"
                        .formatted(request.method(), request.uri(), response.statusCode(), response.body()));
            }
            return response.body();
        } catch (IOException e) {
            throw new IllegalStateException("the ledger of the practice does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
