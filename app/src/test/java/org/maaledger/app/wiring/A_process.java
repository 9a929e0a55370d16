package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.settings.Settings;
import org.maaledger.command.http.CommandDesk;
import org.maaledger.query.config.QueryConfig;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.event.EventListener;

/** Aim: several processes share the parts of one ledger out. Method: one that only answers questions, on the other one's database. */
class A_process {

    @TempDir
    Path data;

    @Test
    void that_only_answers_questions_takes_no_command_and_projects_nothing() throws Exception {
        try (RunningLedger node = RunningLedger.start(settings(), TestLedger.SIGN_IN.trust());
                HttpClient client = HttpClient.newHttpClient()) {
            assertThat(status(client, node, "GET")).isEqualTo(200);
            assertThat(status(client, node, "POST")).isEqualTo(405);
            assertThat(open(client, node, "/actuator/prometheus"))
                    .as("whoever runs it lets everybody measure")
                    .contains("maal_projection_position_events{projection=\"register\"}")
                    .doesNotContain("maal_log_queue");
            assertThat(open(client, node, "/actuator/health/readiness"))
                    .as("it is ready though it writes nothing")
                    .contains("\"status\":\"");
            assertThat(node.context().containsBean("logHealthIndicator")).isFalse();
            assertThat(node.context().getBeansOfType(QueryConfig.class)).hasSize(1);
            assertThat(node.context().getBeansOfType(CommandDesk.class)).isEmpty();
            assertThat(node.context().getBeanDefinitionNames()).doesNotContain("projectionLifecycle");
        }
        assertThat(TestLedger.get("/v1/agreements").statusCode())
                .as("the other process goes on, and so does its database")
                .isEqualTo(200);
    }

    @Test
    void that_is_told_to_stop_says_so_while_it_still_takes_requests() throws Exception {
        LastWords words = new LastWords();
        try (RunningLedger node = RunningLedger.start(
                settings(), TestLedger.SIGN_IN.trust(), new RunningLedger.Addition(LastAnswers.class, words))) {
            words.address.set(node.address());
        }
        assertThat(words.ready).hasValue(503);
        assertThat(words.question).hasValue(200);
    }

    /** What was answered after the process was told to stop. */
    static final class LastWords {
        final AtomicReference<String> address = new AtomicReference<>();
        final AtomicInteger ready = new AtomicInteger();
        final AtomicInteger question = new AtomicInteger();
    }

    /** Asks as soon as the process says that it will stop; until it is answered, the process goes no further. */
    static final class LastAnswers {

        private final LastWords words;

        LastAnswers(LastWords words) {
            this.words = words;
        }

        @EventListener
        void ending(AvailabilityChangeEvent<ReadinessState> event) throws Exception {
            String address = words.address.get();
            if (event.getState() == ReadinessState.REFUSING_TRAFFIC && address != null && words.ready.get() == 0) {
                try (HttpClient client = HttpClient.newHttpClient()) {
                    words.ready.set(status(client, address, "GET", "/actuator/health/readiness"));
                    words.question.set(status(client, address, "GET", "/v1/agreements"));
                }
            }
        }
    }

    private Settings settings() {
        DatabaseAccess access = TestLedger.running().context().getBean(DatabaseAccess.class);
        return Settings.of(
                Map.of(
                        "MAAL_PORT", "0",
                        "MAAL_ROLES", "query",
                        "MAAL_METRICS", "open",
                        "MAAL_DATA", data.toString(),
                        "MAAL_DATABASE_URL", access.url(),
                        "MAAL_DATABASE_USER", access.owner().user(),
                        "MAAL_DATABASE_PASSWORD", access.owner().password(),
                        "MAAL_DATABASE_APP_USER", access.app().user(),
                        "MAAL_DATABASE_APP_PASSWORD", access.app().password()),
                Path.of("unused"));
    }

    /** The answer to somebody without a token. */
    private static String open(HttpClient client, RunningLedger node, String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(node.address() + path)).build();
        HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static int status(HttpClient client, RunningLedger node, String method) throws Exception {
        return status(client, node.address(), method, "/v1/agreements");
    }

    private static int status(HttpClient client, String address, String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.noBody())
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }
}
