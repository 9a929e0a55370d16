package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.command.importing.HttpScene.cut;
import static org.maaledger.command.importing.HttpScene.file;
import static org.maaledger.command.importing.HttpScene.json;
import static org.maaledger.command.importing.HttpScene.lines;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.kernel.provenance.Office;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Aim: imports over HTTP answer in lines, and take no request that is none. Method: the controller on a real log, without a server. */
class ImportHttpTest {

    @TempDir
    private static Path folder;

    private final HttpScene scene = new HttpScene(folder);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void an_import_ends_in_a_report_and_repeated_adds_nothing() throws Exception {
        MockHttpServletResponse response = scene.sent(file("ons", cut()));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("application/x-ndjson");
        JsonNode report = lines(response).getLast().path("report");
        assertThat(report.path("recorded").asLong())
                .isPositive()
                .isEqualTo(report.path("rows").asLong());
        JsonNode again = lines(scene.sent(file("ons", cut()))).getLast().path("report");
        assertThat(again.path("unchanged").asLong())
                .isEqualTo(report.path("rows").asLong());
    }

    @Test
    void a_check_tells_faults_and_changes_nothing() throws Exception {
        byte[] faulty = (OnsScene.HEADER + OnsScene.row("many", "") + "\n").getBytes(StandardCharsets.UTF_8);
        MockHttpServletResponse response = scene.sent(file("ons", faulty).queryParam("check", "true"));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(lines(response))
                .anySatisfy(line ->
                        assertThat(line.path("fault").path("rule").asInt()).isEqualTo(50));
        assertThat(lines(response)
                        .getLast()
                        .path("report")
                        .path("refused")
                        .path("50")
                        .asInt())
                .isEqualTo(1);
        assertThat(scene.head()).isZero();
    }

    @Test
    void reference_data_is_loaded_on_request() throws Exception {
        MockHttpServletResponse response = scene.sent(
                post("/v1/imports/reference").header("Idempotency-Key", "k2").accept(MediaType.APPLICATION_JSON));
        assertThat(json(response.getContentAsString()).path("entered").asInt()).isEqualTo(1138);
    }

    @Test
    void a_request_without_a_key_is_refused() throws Exception {
        MockHttpServletResponse response = scene.sent(post("/v1/imports/readings")
                .queryParam("mapping", "ons")
                .queryParam("file-name", "x.csv")
                .contentType("text/csv")
                .content(cut()));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(json(response.getContentAsString()).path("code").asText()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void an_unknown_mapping_is_refused_with_those_there_are() throws Exception {
        MockHttpServletResponse response = scene.sent(file("excel", cut()));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("lait, ons, place-survey");
    }

    private MockHttpServletResponse named(String fileName, String indicator) throws Exception {
        return scene.sent(post("/v1/imports/readings")
                .queryParam("mapping", "ons")
                .queryParam("file-name", fileName)
                .queryParam("indicator", indicator)
                .header("Idempotency-Key", "named-" + fileName)
                .contentType("text/csv")
                .content(cut()));
    }

    @Test
    void a_file_of_any_name_is_taken_for_the_indicator_that_is_named() throws Exception {
        scene.sent(file("ons", cut()));
        JsonNode report = lines(named("b.csv", "claimant-count")).getLast().path("report");
        assertThat(report.path("rows").asLong()).isPositive();
        assertThat(report.path("unchanged").asLong())
                .isEqualTo(report.path("rows").asLong());
    }

    @Test
    void a_key_stands_for_one_import_only() throws Exception {
        scene.sent(file("ons", cut()));
        long head = scene.head();
        byte[] other = (OnsScene.HEADER + OnsScene.row("999", "") + "\n").getBytes(StandardCharsets.UTF_8);
        for (MockHttpServletRequestBuilder another : List.of(
                file("ons", other),
                file("ons", cut()).queryParam("indicator", "claimant-count"),
                post("/v1/imports/reference").header("Idempotency-Key", "k1"))) {
            MockHttpServletResponse response = scene.sent(another);
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(json(response.getContentAsString()).path("code").asText())
                    .isEqualTo("idempotency-key-reused");
        }
        assertThat(scene.head()).isEqualTo(head);
        assertThat(scene.sent(file("ons", cut())).getStatus())
                .as("the same again")
                .isEqualTo(200);
    }

    @Test
    void a_check_leaves_its_key_to_the_import() throws Exception {
        scene.sent(file("ons", cut()).queryParam("check", "true"));
        byte[] other = (OnsScene.HEADER + OnsScene.row("6.1", "") + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(scene.sent(file("ons", other)).getStatus()).isEqualTo(200);
    }

    @Test
    void an_indicator_whose_name_is_none_is_refused() throws Exception {
        MockHttpServletResponse response = named("b.csv", "Claimant Count");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("claimant-count");
    }

    @Test
    void a_file_name_with_control_characters_is_refused() throws Exception {
        MockHttpServletResponse response = scene.sent(post("/v1/imports/readings")
                .queryParam("mapping", "ons")
                .queryParam("file-name", "x\u0000.csv")
                .header("Idempotency-Key", "k3")
                .contentType("text/csv")
                .content(cut()));
        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void another_office_may_not_import() throws Exception {
        scene.office = Office.AUTHORITY_OFFICER;
        assertThat(scene.sent(file("ons", cut())).getStatus()).isEqualTo(403);
        scene.office = Office.INSPECTOR;
        assertThat(scene.sent(post("/v1/imports/reference").header("Idempotency-Key", "k4"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void one_file_more_than_are_taken_is_asked_to_come_again() throws Exception {
        MockHttpServletResponse response = scene.http(new Uploads.Bounds(0, 1_000, Duration.ofMinutes(1)))
                .perform(file("ons", cut()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotBlank();
        assertThat(json(response.getContentAsString()).path("code").asText()).isEqualTo("imports-busy");
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws Exception {
        MockHttpServletResponse response = scene.http(new Uploads.Bounds(1, 1_000, Duration.ofMinutes(1)))
                .perform(file("ons", cut()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(413);
    }
}
