package org.maaledger.command.importing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.http.ProblemAdvice;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.log.Idempotency;
import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Imports over HTTP, on a real log and without a server. */
final class HttpScene implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    final LiveLedger ledger = new LiveLedger();
    private final Path folder;
    private final MockMvc http;

    /** In what office whoever sends something acts. */
    Office office = Office.DATA_PROVIDER;

    /** @param folder where files are put aside */
    HttpScene(Path folder) {
        this.folder = folder;
        this.http = http(Uploads.Bounds.USUAL);
    }

    ImportController controller(Uploads.Bounds bounds) {
        return new ImportController(
                new Mappings(),
                new Uploads(folder, bounds),
                ledger.ledgers(),
                new Idempotency(ledger.database.app()),
                InstantSource.fixed(
                        MemoryLedger.TODAY.atStartOfDay(ZoneOffset.UTC).toInstant()));
    }

    MockMvc http(Uploads.Bounds bounds) {
        return MockMvcBuilders.standaloneSetup(controller(bounds))
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

    /** The request of the tests: a file that is called claimant-count.csv. */
    static MockHttpServletRequestBuilder file(String mapping, byte[] content) {
        return file(mapping, "claimant-count.csv", "k1", content);
    }

    static MockHttpServletRequestBuilder file(String mapping, String name, String key, byte[] content) {
        return post("/v1/imports/readings")
                .queryParam("mapping", mapping)
                .queryParam("file-name", name)
                .header("Idempotency-Key", key)
                .contentType("text/csv")
                .content(content);
    }

    /** The published file of that name, cut. */
    static byte[] cut() throws Exception {
        return Files.readAllBytes(OnsScene.CUTS.resolve("claimant-count.csv"));
    }

    MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return http.perform(request).andReturn().getResponse();
    }

    static List<JsonNode> lines(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString().lines().map(HttpScene::json).toList();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** How many events the log holds. */
    long head() {
        return ledger.database.reader().head();
    }

    @Override
    public void close() {
        ledger.close();
    }
}
