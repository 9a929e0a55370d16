package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Aim: everybody can be told whether the ledger works, and those who keep it running are told how. Method: questions with and without tokens. */
class The_health {

    private static HttpRequest.Builder asked(String path, String role) {
        return TestLedger.request(path)
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token("org:operations", role));
    }

    /** On a machine that is busy with other things, the database may not answer at once. */
    private static JsonNode told(HttpRequest.Builder question) {
        HttpResponse<String> response = TestLedger.sendWhenReached(question);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Problems.read(response.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness"})
    void is_told_to_everybody_in_a_word(String path) {
        JsonNode health = told(TestLedger.request(path));
        assertThat(health.path("status").asText()).isIn("UP", "DEGRADED");
        assertThat(health.fieldNames()).toIterable().isSubsetOf("status", "groups");
    }

    @ParameterizedTest
    @CsvSource({"/actuator/health, authority-officer", "/actuator/health/readiness, data-provider"})
    void is_not_explained_to_whoever_does_not_run_it(String path, String role) {
        assertThat(told(asked(path, role)).fieldNames()).toIterable().isSubsetOf("status", "groups");
        assertThat(TestLedger.send(asked("/actuator/health/log", role)).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "inspector"})
    void is_explained_to_operators_and_inspectors(String role) {
        Measurements.registerArea("test:health-" + role);
        JsonNode ready = told(asked("/actuator/health/readiness", role)).path("components");
        JsonNode log = ready.path("log").path("details");
        assertThat(log.path("writing").asBoolean()).isTrue();
        assertThat(log.path("waitingAppends").isInt()).isTrue();
        assertThat(log.path("since").asText()).isNotBlank();
        assertThat(log.path("lastBatchAt").asText()).isNotBlank();
        JsonNode projections = ready.path("projections").path("components");
        assertThat(projections.fieldNames()).toIterable().contains("register", "progress");
        JsonNode register = projections.path("register").path("details");
        assertThat(register.fieldNames())
                .toIterable()
                .contains("position", "lagEvents", "lagSeconds", "deadLetters", "rebuilding", "generation", "runs");
        assertThat(register.path("deadLetters").asLong()).isZero();
    }

    @Test
    void is_degraded_by_a_dead_letter_and_that_is_no_reason_to_send_anybody_away() {
        JdbcClient sql = JdbcClient.create(TestLedger.running().context().getBean(DataSource.class));
        sql.sql("""
                        insert into query.dead_letter (projection, generation, stream, position, event_name, cause)
                        select name, serving, 'test:nothing', 0, 'made-up', 'made up' from query.projection
                        where name = 'register'""").update();
        try {
            awaitStatus("register", "DEGRADED");
            assertThat(told(TestLedger.request("/actuator/health/readiness"))
                            .path("status")
                            .asText())
                    .isEqualTo("DEGRADED");
        } finally {
            sql.sql("delete from query.dead_letter where stream = 'test:nothing'")
                    .update();
        }
        awaitStatus("register", "UP");
    }

    /** What is seen may be half a second old. */
    private static void awaitStatus(String projection, String wanted) {
        String path = "/actuator/health/projections/" + projection;
        long deadline = System.nanoTime() + 60_000_000_000L;
        String now = told(asked(path, "operator")).path("status").asText();
        while (!now.equals(wanted) && System.nanoTime() < deadline) {
            Measurements.pause();
            now = told(asked(path, "operator")).path("status").asText();
        }
        assertThat(now).isEqualTo(wanted);
    }
}
