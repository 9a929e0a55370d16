package org.maaledger.query.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.query.projection.ProjectionState;
import org.maaledger.query.projection.Projections;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.test.web.servlet.MockMvc;

/**
 * Aim: a rebuild that is asked for over HTTP is seen, happens once, and costs no reader an answer. Method: rebuilds over HTTP beside
 * writers and readers over HTTP, and while another node is at it.
 */
class OperatingTest {

    private static final String REBUILD = "/v1/projections/register/rebuild";

    private static int generation(QueryLedger ledger) {
        return ledger.projections().states().stream()
                .filter(state -> state.name().equals("register"))
                .mapToInt(ProjectionState::generation)
                .findFirst()
                .orElseThrow();
    }

    private static void awaitGeneration(QueryLedger ledger, int generation) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (generation(ledger) < generation && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(generation(ledger)).isEqualTo(generation);
    }

    /** Until nobody holds the lock any more, which is a little after the takeover. */
    private static void rebuild(QueryLedger ledger) throws Exception {
        int before = generation(ledger);
        MockMvc operator = ledger.http(Things.OPERATOR);
        long deadline = System.nanoTime() + 60_000_000_000L;
        int answer = 409;
        while (answer == 409 && System.nanoTime() < deadline) {
            answer = operator.perform(post(REBUILD)).andReturn().getResponse().getStatus();
            Thread.sleep(20);
        }
        assertThat(answer).isEqualTo(202);
        awaitGeneration(ledger, before + 1);
    }

    @Test
    void over_http_beside_writers_and_readers_fails_no_read() throws Exception {
        try (QueryLedger ledger = QueryLedger.create();
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            TeesValley.tell(ledger);
            ledger.tell(Story.of(51, 500));
            ledger.await();
            AtomicBoolean done = new AtomicBoolean();
            List<Future<Integer>> readers = new ArrayList<>();
            for (String address : List.of(
                    "/v1/agreements",
                    "/v1/targets/" + TeesValley.TARGET,
                    "/v1/agreements/" + TeesValley.AGREEMENT + "/progress")) {
                readers.add(threads.submit(reading(ledger.http(Things.INSPECTOR), address, done)));
            }
            Future<?> writer = threads.submit(() -> ledger.tell(Story.of(52, 1_500)));
            for (int i = 0; i < 3; i++) {
                rebuild(ledger);
            }
            writer.get();
            done.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            ledger.await();
            ledger.http(Things.ANALYST)
                    .perform(get("/v1/projections"))
                    .andExpect(jsonPath("$.projections[?(@.name == 'register')].generation")
                            .value(4))
                    .andExpect(jsonPath("$.projections[?(@.name == 'register')].deadLetters")
                            .value(0));
        }
    }

    private static Callable<Integer> reading(MockMvc http, String address, AtomicBoolean done) {
        return () -> {
            int read = 0;
            do {
                http.perform(get(address)).andExpect(status().isOk());
                read++;
            } while (!done.get());
            return read;
        };
    }

    @Test
    void while_another_node_is_at_it_is_refused_at_once() throws Exception {
        try (QueryLedger ledger = QueryLedger.create();
                AnnotationConfigApplicationContext second = ledger.secondNode()) {
            TeesValley.tell(ledger);
            ledger.await();
            Projections.Begun begun = second.getBean(Projections.class).begin("register");
            ledger.http(Things.OPERATOR)
                    .perform(post(REBUILD))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("rebuild-under-way"))
                    .andExpect(jsonPath("$.remedy").value(containsString("/v1/projections")));
            assertThat(begun.run(position -> {}).generation()).isEqualTo(2);
            rebuild(ledger);
            assertThat(generation(ledger)).isEqualTo(3);
        }
    }

    @Test
    void is_for_operators_only() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            for (Office office : EnumSet.complementOf(EnumSet.of(Office.OPERATOR))) {
                refuses(ledger, office);
            }
        }
    }

    private static void refuses(QueryLedger ledger, Office office) throws Exception {
        MockMvc http = ledger.http(Things.actor("E06000001", office));
        for (String address : List.of(REBUILD, "/v1/dead-letters/1/retry", "/v1/projections/none/rebuild")) {
            http.perform(post(address))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("office-not-allowed"))
                    .andExpect(jsonPath("$.remedy").exists());
        }
        http.perform(get("/v1/dead-letters"))
                .andExpect(office == Office.INSPECTOR ? status().isOk() : status().isForbidden());
    }

    @Test
    void of_what_is_not_there_is_not_found() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            MockMvc operator = ledger.http(Things.OPERATOR);
            operator.perform(post("/v1/projections/none/rebuild"))
                    .andExpect(status().isNotFound())
                    .andExpect(jsonPath("$.code").value("unknown-projection"));
            operator.perform(post("/v1/dead-letters/17/retry")).andExpect(status().isNotFound());
            operator.perform(post("/v1/dead-letters/x/retry")).andExpect(status().isBadRequest());
        }
    }
}
