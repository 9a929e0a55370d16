package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: {@code ./maal run} is the production program: an empty ledger, no demonstration, nobody let in without a key, nothing lost by a
 * crash. Method: start it as a process with keys made for the test, and treat it badly.
 */
class RunTest {

    private static final String AREA = """
            {"area": "E06000001", "source": {"name": "made up for a test"},
             "details": {"name": "Hartlepool", "level": "unitary", "tier": "top", "parents": [], "constituents": [],
                         "formerCodes": [], "aliases": []}}""";

    @TempDir
    Path folder;

    @Test
    void ends_when_memory_runs_out_and_does_not_go_on_with_some_of_its_threads() {
        Program.Finished finished = Program.run(
                List.of("run"), folder, Map.of("MAAL_ISSUER", "http://localhost:1", "MAAL_JAVA_OPTS", "-Xmx12m"));
        assertThat(finished.exit()).as(finished.output()).isEqualTo(3);
        assertThat(finished.output()).contains("Terminating due to java.lang.OutOfMemoryError");
    }

    @Test
    void says_in_one_line_that_it_needs_to_know_whose_tokens_to_trust() {
        Program.Finished finished = Program.run(List.of("run"), folder, Map.of());
        assertThat(finished.exit()).isNotZero();
        assertThat(finished.output().lines().filter(line -> line.contains("MAAL_ISSUER")))
                .hasSize(1);
        assertThat(finished.output()).doesNotContain("\tat ");
    }

    @Test
    void starts_empty_and_lets_nobody_in_without_a_token() {
        Keys keys = Keys.in(folder);
        try (Program program = Program.start(
                "run", folder, Map.of("MAAL_JWKS_FILE", keys.file().toString()))) {
            Client operator = new Client(program, keys.token("ada", "org:operations", "operator"));
            assertThat(operator.get("/v1/events").expecting(200).body().path("items"))
                    .isEmpty();
            assertThat(new Client(program, "").get("/v1/events").status()).isEqualTo(401);
            assertThat(new Client(program, "not.a.token").get("/v1/events").status())
                    .isEqualTo(401);
        }
    }

    @Test
    void finds_every_acknowledged_event_after_kill_9_and_an_immediate_restart() {
        Keys keys = Keys.in(folder);
        Map<String, String> environment = Map.of("MAAL_JWKS_FILE", keys.file().toString());
        String token = keys.token("ada", "org:statistics", "data-provider");
        long position;
        try (Program first = Program.start("run", folder, environment)) {
            position = new Client(first, token)
                    .post("/v1/areas", AREA)
                    .expecting(201)
                    .position();
            first.kill();
        }
        try (Program second = Program.start("run", folder, environment)) {
            JsonNode events = new Client(second, token)
                    .getOnceReached("/v1/events?min-position=" + position)
                    .body()
                    .path("items");
            assertThat(events).hasSize(1);
            assertThat(events.get(0).path("position").asLong()).isEqualTo(position);
            assertThat(events.get(0).path("event").asText()).isEqualTo("area-registered");
        }
    }

    @Test
    void refuses_a_second_instance_on_the_same_data_folder_in_one_clear_line() {
        Keys keys = Keys.in(folder);
        Map<String, String> environment = Map.of("MAAL_JWKS_FILE", keys.file().toString());
        try (Program first = Program.start("run", folder, environment)) {
            Program.Finished second = Program.run(List.of("run"), folder, environment);
            assertThat(second.exit()).isNotZero();
            assertThat(second.output()).contains("data").doesNotContain("\tat ");
            assertThat(first.running()).isTrue();
        }
    }

    @Test
    void refuses_an_existing_postgresql_that_would_lose_what_was_recorded() throws IOException {
        Keys keys = Keys.in(folder);
        // As delivered, this server of tests forgets what it was told when the machine stops.
        try (EmbeddedPostgres careless = ExistingPostgres.careless()) {
            Program.Finished finished = Program.run(List.of("run"), folder, ExistingPostgres.settings(careless, keys));
            assertThat(finished.exit()).isNotZero();
            assertThat(finished.output()).contains("fsync").doesNotContain("\tat ");
        }
    }

    @Test
    void works_on_an_existing_postgresql_15_that_keeps_what_it_is_told() throws IOException {
        Keys keys = Keys.in(folder);
        try (EmbeddedPostgres durable = ExistingPostgres.durable();
                Program program = Program.start("run", folder, ExistingPostgres.settings(durable, keys))) {
            Client provider = new Client(program, keys.token("ada", "org:statistics", "data-provider"));
            assertThat(provider.post("/v1/areas", AREA).expecting(201).position())
                    .isEqualTo(1);
        }
    }
}
