package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.command.http.ProblemAdvice;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.log.Idempotency;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Aim: imports over HTTP answer in lines, and refuse at the door. Method: the controller on a real log, without a server. */
class ImportHttpTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LiveLedger ledger = new LiveLedger();
    private Office office = Office.DATA_PROVIDER;

    @TempDir
    private static Path folder;

    private final MockMvc http = http(Uploads.Bounds.USUAL);

    private MockMvc http(Uploads.Bounds bounds) {
        return MockMvcBuilders.standaloneSetup(new ImportController(
                        new Mappings(),
                        new Uploads(folder, bounds),
                        ledger.ledgers(),
                        new Idempotency(ledger.database.app()),
                        InstantSource.fixed(
                                MemoryLedger.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant())))
                .setControllerAdvice(new ProblemAdvice(JSON))
                .setCustomArgumentResolvers(new WhoeverActs())
                .build();
    }

    /** Whoever the test says acts. */
    private final class WhoeverActs implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return new Actor(LiveLedger.PROVIDER.id(), LiveLedger.PROVIDER.body(), office);
        }
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private static MockHttpServletRequestBuilder file(String mapping, byte[] content) {
        return post("/v1/imports/readings")
                .queryParam("mapping", mapping)
                .queryParam("file-name", "claimant-count.csv")
                .header("Idempotency-Key", "k1")
                .contentType("text/csv")
                .content(content);
    }

    private static byte[] cut() throws Exception {
        return Files.readAllBytes(OnsScene.CUTS.resolve("claimant-count.csv"));
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    private static List<JsonNode> lines(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString().lines().map(ImportHttpTest::json).toList();
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Test
    void an_import_ends_in_a_report_and_repeated_adds_nothing() throws Exception {
        MockHttpServletResponse response = sent(file("ons", cut()));
        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getContentType()).startsWith("application/x-ndjson");
        JsonNode report = lines(response).getLast().path("report");
        assertThat(report.path("recorded").asLong())
                .isPositive()
                .isEqualTo(report.path("rows").asLong());
        JsonNode again = lines(sent(file("ons", cut()))).getLast().path("report");
        assertThat(again.path("unchanged").asLong())
                .isEqualTo(report.path("rows").asLong());
    }

    @Test
    void a_check_tells_faults_and_changes_nothing() throws Exception {
        byte[] faulty = "areacd,areanm\nx,y\n".getBytes(StandardCharsets.UTF_8);
        List<JsonNode> lines = lines(sent(file("ons", faulty).queryParam("check", "true")));
        assertThat(lines.getFirst().path("fault").path("rule").asInt()).isEqualTo(2);
        assertThat(lines.getLast().path("report").path("readToTheEnd").asBoolean())
                .isFalse();
        assertThat(ledger.database.reader().head()).isZero();
    }

    @Test
    void reference_data_is_loaded_on_request() throws Exception {
        MockHttpServletResponse response = sent(
                post("/v1/imports/reference").header("Idempotency-Key", "k2").accept(MediaType.APPLICATION_JSON));
        assertThat(json(response.getContentAsString()).path("entered").asInt()).isEqualTo(1138);
    }

    @Test
    void a_request_without_a_key_is_refused() throws Exception {
        MockHttpServletResponse response = sent(post("/v1/imports/readings")
                .queryParam("mapping", "ons")
                .queryParam("file-name", "x.csv")
                .contentType("text/csv")
                .content(cut()));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(json(response.getContentAsString()).path("code").asText()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void an_unknown_mapping_is_refused_with_those_there_are() throws Exception {
        MockHttpServletResponse response = sent(file("excel", cut()));
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("lait, ons, place-survey");
    }

    private MockHttpServletResponse named(String fileName, String indicator) throws Exception {
        return sent(post("/v1/imports/readings")
                .queryParam("mapping", "ons")
                .queryParam("file-name", fileName)
                .queryParam("indicator", indicator)
                .header("Idempotency-Key", "named-" + fileName)
                .contentType("text/csv")
                .content(cut()));
    }

    @Test
    void a_file_of_any_name_is_taken_for_the_indicator_that_is_named() throws Exception {
        sent(file("ons", cut()));
        JsonNode report = lines(named("b.csv", "claimant-count")).getLast().path("report");
        assertThat(report.path("rows").asLong()).isPositive();
        assertThat(report.path("unchanged").asLong())
                .isEqualTo(report.path("rows").asLong());
    }

    @Test
    void a_key_stands_for_one_import_only() throws Exception {
        sent(file("ons", cut()));
        long head = ledger.database.reader().head();
        byte[] other = (OnsScene.HEADER + OnsScene.row("999", "") + "\n").getBytes(StandardCharsets.UTF_8);
        for (MockHttpServletRequestBuilder another : List.of(
                file("ons", other),
                file("lait", cut()),
                file("ons", cut()).queryParam("indicator", "claimant-count"),
                post("/v1/imports/reference").header("Idempotency-Key", "k1"))) {
            MockHttpServletResponse response = sent(another);
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(json(response.getContentAsString()).path("code").asText())
                    .isEqualTo("idempotency-key-reused");
        }
        assertThat(ledger.database.reader().head()).isEqualTo(head);
        assertThat(sent(file("ons", cut())).getStatus()).as("the same again").isEqualTo(200);
    }

    @Test
    void a_check_leaves_its_key_to_the_import() throws Exception {
        sent(file("ons", cut()).queryParam("check", "true"));
        byte[] other = (OnsScene.HEADER + OnsScene.row("6.1", "") + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(sent(file("ons", other)).getStatus()).isEqualTo(200);
    }

    @Test
    void an_indicator_whose_name_is_none_is_refused() throws Exception {
        MockHttpServletResponse response = named("b.csv", "Claimant Count");
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("claimant-count");
    }

    @Test
    void a_file_name_with_control_characters_is_refused() throws Exception {
        MockHttpServletResponse response = sent(post("/v1/imports/readings")
                .queryParam("mapping", "ons")
                .queryParam("file-name", "x\u0000.csv")
                .header("Idempotency-Key", "k3")
                .contentType("text/csv")
                .content(cut()));
        assertThat(response.getStatus()).isEqualTo(400);
    }

    @Test
    void another_office_may_not_import() throws Exception {
        office = Office.AUTHORITY_OFFICER;
        assertThat(sent(file("ons", cut())).getStatus()).isEqualTo(403);
        office = Office.INSPECTOR;
        assertThat(sent(post("/v1/imports/reference").header("Idempotency-Key", "k4"))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void one_file_more_than_are_taken_is_asked_to_come_again() throws Exception {
        MockHttpServletResponse response = http(new Uploads.Bounds(0, 1_000, Duration.ofMinutes(1)))
                .perform(file("ons", cut()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isNotBlank();
        assertThat(json(response.getContentAsString()).path("code").asText()).isEqualTo("imports-busy");
    }

    @Test
    void a_file_that_is_too_large_is_refused() throws Exception {
        MockHttpServletResponse response = http(new Uploads.Bounds(1, 1_000, Duration.ofMinutes(1)))
                .perform(file("ons", cut()))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(413);
    }
}
