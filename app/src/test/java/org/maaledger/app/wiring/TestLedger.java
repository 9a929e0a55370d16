package org.maaledger.app.wiring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.maaledger.app.identity.SignIn;
import org.maaledger.app.settings.Settings;

/** The whole program on a database of its own, started once for all tests of this module, and a client for it. */
final class TestLedger {

    static final SignIn SIGN_IN = new SignIn();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final AtomicLong KEYS = new AtomicLong();
    private static final RunningLedger RUNNING = start();

    private TestLedger() {}

    static RunningLedger running() {
        return RUNNING;
    }

    private static RunningLedger start() {
        try {
            Path data = Files.createTempDirectory("maal-test");
            Settings settings = Settings.of(Map.of("MAAL_PORT", "0", "MAAL_DATA", data.toString()), Path.of("unused"));
            return RunningLedger.start(
                    settings, SIGN_IN.trust(), new RunningLedger.Addition(EchoController.class, SIGN_IN));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(running().address() + path));
    }

    static HttpRequest.Builder signedIn(String path) {
        return request(path).header("Authorization", "Bearer " + SIGN_IN.token());
    }

    /** A key that no other request of the tests has. */
    static String newKey() {
        return "test-" + KEYS.incrementAndGet();
    }

    /** A write with all that it must have, by somebody of {@code body} in an office. */
    static HttpResponse<String> post(String body, String role, String path, String json) {
        return send(request(path)
                .header("Authorization", "Bearer " + SIGN_IN.token(body, role))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", newKey())
                .header("If-Match", "*")
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    static HttpResponse<String> get(String path) {
        return send(signedIn(path));
    }

    /** The answer to a read that names a {@code min-position}, asked again, as it is told to, while the tables are behind: for a minute. */
    static HttpResponse<String> sendWhenReached(HttpRequest.Builder read) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        HttpResponse<String> response = send(read);
        while (response.statusCode() == 503 && System.nanoTime() < deadline) {
            response = send(read);
        }
        return response;
    }

    static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (response.uri().getPath().startsWith("/v1/")) {
                Described.isWhatWasSaid(response);
            }
            return response;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
