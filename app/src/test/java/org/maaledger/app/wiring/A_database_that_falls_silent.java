package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.postgres.EmbeddedServer;
import org.maaledger.app.postgres.Servers;
import org.maaledger.app.settings.Settings;
import org.maaledger.log.testing.SilentProxy;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * Aim: a network that drops packets without a word is noticed, got over without help, and does not keep the program from stopping. Method:
 * a proxy before the database that passes nothing any more and ends no connection.
 */
@ExtendWith(OutputCaptureExtension.class)
class A_database_that_falls_silent {

    @TempDir
    static Path folder;

    private static EmbeddedServer server;

    @BeforeAll
    static void start() throws Exception {
        server = Servers.start(folder.resolve("database"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void is_told_of_and_got_over_when_it_can_be_reached_again() throws Exception {
        try (SilentProxy proxy = before(server);
                RunningLedger ledger = RunningLedger.start(through(proxy), TestLedger.SIGN_IN.trust());
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(register(client, ledger, "test:before").statusCode()).isEqualTo(201);
            assertThat(ask(client, ledger, "/actuator/health/readiness").statusCode())
                    .isEqualTo(200);

            proxy.fallSilent();
            for (String component : new String[] {"log", "projections/register", "projections/progress"}) {
                HttpResponse<String> told = ask(client, ledger, "/actuator/health/" + component);
                assertThat(told.statusCode()).as(told.body()).isEqualTo(503);
                assertThat(told.body()).containsPattern("the database (has not answered|of the log did not answer)");
            }
            assertThat(ask(client, ledger, "/actuator/health/readiness").statusCode())
                    .isEqualTo(503);
            assertThat(ask(client, ledger, "/actuator/prometheus").body()).contains("maal_log_head NaN");

            proxy.speak();
            await(() -> ask(client, ledger, "/actuator/health/readiness").statusCode() == 200);
            await(() -> !ask(client, ledger, "/actuator/prometheus").body().contains("maal_log_head NaN"));
            await(() -> register(client, ledger, "test:after").statusCode() == 201);
            // The same request again: the same answer, and the position that it names.
            String after = Problems.read(register(client, ledger, "test:after").body())
                    .path("position")
                    .asText();
            String read = "/v1/areas/test:after?min-position=" + after;
            await(() -> ask(client, ledger, read).statusCode() == 200);
        }
    }

    @Test
    void does_not_keep_the_program_from_stopping_nor_whoever_waits_from_an_answer(CapturedOutput output)
            throws Exception {
        try (SilentProxy proxy = before(server);
                HttpClient client = HttpClient.newHttpClient()) {
            RunningLedger ledger = RunningLedger.start(through(proxy), TestLedger.SIGN_IN.trust());
            CompletableFuture<HttpResponse<String>> answer;
            try (ledger) {
                assertThat(register(client, ledger, "test:stop-0").statusCode()).isEqualTo(201);
                proxy.fallSilentAt("INSERT INTO ledger.event");
                answer = client.sendAsync(registering(ledger, "test:stop-1"), HttpResponse.BodyHandlers.ofString());
                await(proxy::held);
            }
            Problems.is(answer.get(60, TimeUnit.SECONDS), 503, "outcome-unknown");
        }
        assertThat(output)
                .contains("of 1 appends it is unknown whether they were recorded, 0 that waited were not")
                .doesNotContain("Not everything has ended");
    }

    private static SilentProxy before(EmbeddedServer server) throws IOException {
        return new SilentProxy(
                URI.create(server.access().url().substring("jdbc:".length())).getPort());
    }

    private static Settings through(SilentProxy proxy) {
        DatabaseAccess access = server.access();
        return Settings.of(
                Map.of(
                        "MAAL_PORT", "0",
                        "MAAL_DATA", folder.resolve("data").toString(),
                        "MAAL_DATABASE_URL", access.url().replaceFirst(":[0-9]+/", ":" + proxy.port() + "/"),
                        "MAAL_DATABASE_USER", access.owner().user(),
                        "MAAL_DATABASE_PASSWORD", access.owner().password(),
                        "MAAL_DATABASE_APP_USER", access.app().user(),
                        "MAAL_DATABASE_APP_PASSWORD", access.app().password()),
                Path.of("unused"));
    }

    private static void await(BooleanSupplier reached) {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it did not happen in time").isLessThan(deadline);
            Measurements.pause();
        }
    }

    private static HttpResponse<String> ask(HttpClient client, RunningLedger ledger, String path) {
        return send(
                client,
                HttpRequest.newBuilder(URI.create(ledger.address() + path))
                        .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token("org:operations", "operator"))
                        .build());
    }

    private static HttpResponse<String> register(HttpClient client, RunningLedger ledger, String code) {
        return send(client, registering(ledger, code));
    }

    private static HttpRequest registering(RunningLedger ledger, String code) {
        return HttpRequest.newBuilder(URI.create(ledger.address() + "/v1/areas"))
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token("org:statistics", "data-provider"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", code)
                .header("If-Match", "*")
                .POST(BodyPublishers.ofString("""
                                {"area": "%s", "source": {"name": "made up for a test"},
                                 "details": {"name": "A place", "level": "other", "parents": [], "constituents": [],
                                             "formerCodes": [], "aliases": []}}""".formatted(code)))
                .build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
