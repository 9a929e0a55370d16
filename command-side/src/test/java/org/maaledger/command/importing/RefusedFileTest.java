package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.command.importing.HttpScene.cut;
import static org.maaledger.command.importing.HttpScene.file;
import static org.maaledger.command.importing.HttpScene.json;
import static org.maaledger.command.importing.HttpScene.lines;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.servlet.ServletOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.maaledger.command.http.RequestRefused;
import org.maaledger.log.Idempotency;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Aim: a file of which nothing is taken is never answered with success. Method: such files over HTTP, checked and imported. */
class RefusedFileTest {

    @TempDir
    private static Path folder;

    private static HttpScene scene;

    private long before;

    @BeforeAll
    static void open() {
        scene = new HttpScene(folder);
    }

    @AfterAll
    static void close() {
        scene.close();
    }

    @BeforeEach
    void remember() {
        before = scene.head();
    }

    /** A request of its own: with a key that no other test has. */
    private static MockHttpServletRequestBuilder request(String key, String file) {
        return file("ons", "claimant-count.csv", key, file.getBytes(StandardCharsets.UTF_8));
    }

    private static String good(int row) {
        return "E%08d,Made up,Nation,Claimant Count,2009-01-01/P1Y,1,Percentage,%%,,,,\n".formatted(30_000_000 + row);
    }

    static Stream<Arguments> refusedWhole() {
        String row = OnsScene.row("6.1", "") + "\n";
        return Stream.of(
                Arguments.of("no file of figures", "%PDF-1.7", 1),
                Arguments.of("empty", "", 1),
                Arguments.of("columns missing", "areacd,areanm\nE06000002,Middlesbrough\n", 2),
                Arguments.of("a column twice", OnsScene.HEADER.strip() + ",period\n" + row.strip() + ",\n", 3),
                Arguments.of("semicolons", (OnsScene.HEADER + row).replace(',', ';'), 5),
                Arguments.of("no row", OnsScene.HEADER, 9),
                Arguments.of("broken in its first row", OnsScene.HEADER + "\"" + row, 1),
                Arguments.of("broken later on", OnsScene.HEADER + row + good(1) + good(2) + "\"" + row, 1));
    }

    @ParameterizedTest(name = "{0}, checked or not")
    @MethodSource("refusedWhole")
    void a_file_that_is_refused_whole_is_a_problem_with_every_fault(String what, String file, int rule)
            throws Exception {
        for (boolean check : List.of(true, false)) {
            MockHttpServletResponse response =
                    scene.sent(request(what.replace(' ', '-'), file).queryParam("check", Boolean.toString(check)));
            assertThat(response.getStatus()).isEqualTo(422);
            assertThat(response.getContentType()).startsWith("application/problem+json");
            JsonNode problem = json(response.getContentAsString());
            assertThat(problem.path("code").asText()).isEqualTo("file-refused");
            assertThat(problem.path("type").asText()).isEqualTo("/problems/file-refused");
            assertThat(problem.path("status").asInt()).isEqualTo(422);
            assertThat(problem.path("detail").asText()).startsWith("Nothing of claimant-count.csv is taken: ");
            assertThat(problem.path("remedy").asText()).startsWith("To mend it: ");
            assertThat(problem.path("faults"))
                    .isNotEmpty()
                    .allSatisfy(fault -> assertThat(fault.path("rule").asInt()).isEqualTo(rule));
            assertThat(problem.path("report").path("faults").asInt())
                    .isEqualTo(problem.path("faults").size());
            assertThat(problem.path("report").path("recorded").asInt()).isZero();
        }
        assertThat(scene.head()).isEqualTo(before);
    }

    @Test
    void a_file_of_an_unknown_name_is_a_problem_that_says_what_helps() throws Exception {
        MockHttpServletResponse response = scene.sent(file("ons", "b.csv", "unknown", cut()));
        assertThat(response.getStatus()).isEqualTo(422);
        assertThat(json(response.getContentAsString()).path("remedy").asText()).contains("indicator=claimant-count");
    }

    static Stream<Arguments> nothingTaken() {
        String row = OnsScene.row("6.1", "") + "\n";
        return Stream.of(
                Arguments.of("turned away", "x", 422),
                Arguments.of("broken at its end", OnsScene.HEADER + row + "\"" + row, 422),
                Arguments.of("with faults in all its rows", OnsScene.HEADER + OnsScene.row("many", "") + "\n", 200));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("nothingTaken")
    void a_file_of_which_nothing_is_taken_leaves_its_key_to_the_mended_one(String what, String file, int status)
            throws Exception {
        String key = what.replace(' ', '-');
        assertThat(scene.sent(request(key, file)).getStatus()).isEqualTo(status);
        assertThat(scene.head()).isEqualTo(before);
        MockHttpServletResponse mended = scene.sent(request(key, OnsScene.HEADER + good(what.length())));
        assertThat(mended.getStatus()).isEqualTo(200);
        assertThat(lines(mended).getLast().path("report").path("recorded").asInt())
                .isEqualTo(1);
        assertThat(scene.sent(request(key, file + "\n")).getStatus())
                .as("the key is taken now, or the file is turned away before anybody asks for it")
                .isEqualTo(422);
    }

    @Test
    void of_two_files_that_come_with_one_key_at_once_only_one_begins() {
        Idempotency keys = new Idempotency(scene.ledger.database.app());
        ImportKey one = new ImportKey(keys, "at-once", LiveLedger.PROVIDER, "importReadings", "one");
        ImportKey other = new ImportKey(keys, "at-once", LiveLedger.PROVIDER, "importReadings", "other");
        one.requireOwn();
        other.requireOwn();
        one.claim();
        assertThatThrownBy(other::claim).isInstanceOf(RequestRefused.class);
        assertThatThrownBy(other::requireOwn).isInstanceOf(RequestRefused.class);
        one.claim();
        one.requireOwn();
    }

    @Test
    void nothing_is_recorded_of_a_file_that_may_not_begin() {
        byte[] file = (OnsScene.HEADER + good(900)).getBytes(StandardCharsets.UTF_8);
        ImportOrder order = new ImportOrder(
                () -> new ByteArrayInputStream(file),
                "claimant-count.csv",
                null,
                new Mappings().named("ons").orElseThrow(),
                false);
        ReadingImport reading = new ReadingImport(scene.ledger.forImport(), MemoryLedger.TODAY);
        assertThatThrownBy(() -> reading.run(order, new FaultList(), () -> {
                    throw RequestRefused.keyReused();
                }))
                .isInstanceOf(RequestRefused.class);
        assertThat(scene.head()).isEqualTo(before);
    }

    @Test
    void a_file_that_breaks_off_once_lines_are_on_their_way_says_so_in_the_last() throws Exception {
        StringBuilder file = new StringBuilder(OnsScene.HEADER);
        for (int row = 0; row < 5_000; row++) {
            file.append(good(row));
        }
        file.append("\"never closed\n");
        MockHttpServletResponse response = scene.sent(request("late", file.toString()));
        assertThat(response.getStatus()).isEqualTo(200);
        List<JsonNode> lines = lines(response);
        assertThat(lines.get(lines.size() - 2).path("fault").path("rule").asInt())
                .isEqualTo(1);
        assertThat(lines.getLast().path("report").path("readToTheEnd").asBoolean(true))
                .isFalse();
        assertThat(scene.head()).isEqualTo(before);
    }

    /** The answer to a client that does not read on. */
    private static final class Stalled extends MockHttpServletResponse {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch readOn = new CountDownLatch(1);

        @Override
        public ServletOutputStream getOutputStream() {
            ServletOutputStream taken = super.getOutputStream();
            return new DelegatingServletOutputStream(new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    begun.countDown();
                    try {
                        readOn.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                    taken.write(one);
                }
            });
        }
    }

    private static Callable<Integer> imported(
            ImportController controller, MockHttpServletResponse response, byte[] file) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Idempotency-Key", "turn");
        request.setContent(file);
        return () -> {
            controller.readings("ons", "claimant-count.csv", null, true, request, response, LiveLedger.PROVIDER);
            return response.getStatus();
        };
    }

    @Test
    void a_file_is_turned_away_while_another_keeps_the_turn() throws Exception {
        ImportController controller = scene.controller(Uploads.Bounds.USUAL);
        Stalled stalled = new Stalled();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            try {
                Future<Integer> first = threads.submit(imported(controller, stalled, cut()));
                assertThat(stalled.begun.await(1, TimeUnit.MINUTES)).isTrue();
                Future<Integer> second =
                        threads.submit(imported(controller, new MockHttpServletResponse(), new byte[] {'x'}));
                assertThat(second.get(1, TimeUnit.MINUTES)).isEqualTo(422);
                assertThat(first).isNotDone();
            } finally {
                stalled.readOn.countDown();
            }
        }
    }
}
