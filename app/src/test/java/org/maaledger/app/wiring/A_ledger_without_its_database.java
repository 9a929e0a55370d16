package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.settings.Settings;

/** Aim: whoever asks while the database is gone is told to ask again, in the usual form. Method: its process is killed. */
class A_ledger_without_its_database {

    @TempDir
    Path data;

    @Test
    void says_that_it_cannot_answer_now() throws Exception {
        Settings settings = Settings.of(Map.of("MAAL_PORT", "0", "MAAL_DATA", data.toString()), Path.of("unused"));
        try (RunningLedger ledger = RunningLedger.start(settings, TestLedger.SIGN_IN.trust());
                HttpClient client = HttpClient.newHttpClient()) {
            String known = TestLedger.SIGN_IN.token();
            assertThat(client.send(get(ledger, known), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
            String operator = TestLedger.SIGN_IN.token("org:operations", "operator");
            assertThat(status(client, ledger, "/actuator/prometheus", operator)).isEqualTo(200);
            kill(data.resolve("postgres/cluster/postmaster.pid"));
            assertThat(status(client, ledger, "/actuator/health/readiness", null))
                    .as("nobody is sent here")
                    .isEqualTo(503);
            assertThat(status(client, ledger, "/actuator/health/liveness", null))
                    .as("to start the process again would not help")
                    .isEqualTo(200);
            assertThat(status(client, ledger, "/actuator/health/log", operator)).isEqualTo(503);
            assertThat(status(client, ledger, "/actuator/health/projections/register", operator))
                    .isEqualTo(503);
            assertThat(status(client, ledger, "/actuator/prometheus", operator))
                    .as("measurements are most needed now")
                    .isEqualTo(200);
            String unknown = TestLedger.SIGN_IN.token(claims -> claims.subject("somebody-else"));
            Map<HttpRequest, String> codes = Map.of(
                    get(ledger, known), "unavailable",
                    draft(ledger, known), "unavailable",
                    get(ledger, unknown), "identity-uncheckable");
            List<CompletableFuture<Void>> answers = new ArrayList<>();
            codes.forEach((request, code) -> answers.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                    .thenAccept(response -> {
                        Problems.is(response, 503, code);
                        assertThat(response.headers().firstValue("Retry-After"))
                                .as(code)
                                .isPresent();
                    })));
            CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        }
    }

    /** Until all of it is gone: a process that serves a connection may outlive the first one for a moment, and answer. */
    private static void kill(Path file) throws Exception {
        long pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
        ProcessHandle database = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> serving = database.descendants().toList();
        database.destroyForcibly();
        database.onExit().get(30, TimeUnit.SECONDS);
        for (ProcessHandle process : serving) {
            process.onExit().get(30, TimeUnit.SECONDS);
        }
    }

    private static int status(HttpClient client, RunningLedger ledger, String path, @Nullable String token)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(ledger.address() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .statusCode();
    }

    private static HttpRequest get(RunningLedger ledger, String token) {
        return HttpRequest.newBuilder(URI.create(ledger.address() + "/v1/agreements"))
                .header("Authorization", "Bearer " + token)
                .build();
    }

    private static HttpRequest draft(RunningLedger ledger, String token) {
        return HttpRequest.newBuilder(URI.create(ledger.address() + "/v1/agreements"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "while-it-is-gone")
                .POST(BodyPublishers.ofString("""
                        {"kind": "local-area-agreement", "title": "A title", "edition": "laa-maa-2008", "from": "2008-04-01",
                         "to": "2011-03-31", "area": "E06000001", "responsibleAuthority": "E06000001",
                         "governmentOffice": "go:north-east", "members": ["E06000001"], "actedOn": "2008-05-01"}"""))
                .build();
    }
}
