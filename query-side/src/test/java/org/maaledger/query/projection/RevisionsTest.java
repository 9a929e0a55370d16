package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.Things;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Aim: a program never touches the tables of another revision. Method: a running node, and beside it, on the same database, the
 * projections of the next revision.
 */
class RevisionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static Projections newer(QueryLedger ledger) {
        return Altered.over(
                ledger, ledger.projections().all().stream().map(Altered::later).toList());
    }

    private static List<Fact> facts(QueryLedger ledger) {
        return new LedgerFacts(ledger.database().reader()).after(0, 10_000);
    }

    @Test
    void an_older_program_gives_up_its_claims_and_writes_nothing_into_newer_tables() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(41, 300));
            ledger.await();
            Projections newer = newer(ledger);
            newer.prepare();
            Projector projector = newer.named("register");
            Map<String, List<String>> prepared = RebuildingTest.rows(ledger, projector);

            ledger.tell(Story.of(42, 300));

            awaitNoOwner(ledger);
            assertThat(RebuildingTest.rows(ledger, projector)).isEqualTo(prepared);
            assertThat(newer.states()).extracting(ProjectionState::position).containsOnly(300L);
            for (Projector older : ledger.projections().all()) {
                assertThatThrownBy(() -> ledger.projections().write(older, facts(ledger)))
                        .isInstanceOf(NotPrepared.class)
                        .hasMessageContaining("never undoes");
                new TransactionTemplate(Altered.transactions(ledger))
                        .executeWithoutResult(status -> newer.write(newer.named(older.name()), facts(ledger)));
            }
            assertThat(newer.states()).extracting(ProjectionState::lag).containsOnly(0L);
        }
    }

    @Test
    void an_older_program_does_not_start_and_does_not_rebuild_what_a_newer_one_has_made() {
        try (QueryLedger ledger = QueryLedger.create()) {
            Projections newer = newer(ledger);
            newer.prepare();
            assertThatThrownBy(ledger.projections()::prepare)
                    .isInstanceOf(NotPrepared.class)
                    .hasMessageContaining("newer program");
            assertThatThrownBy(() -> ledger.projections().rebuild("register", position -> {}))
                    .isInstanceOf(NotPrepared.class);
            assertThatThrownBy(ledger::secondNode).hasRootCauseInstanceOf(NotPrepared.class);
            newer.prepare();
            assertThat(newer.states()).extracting(ProjectionState::generation).containsOnly(2);
        }
    }

    @Test
    void an_older_program_does_not_answer_from_newer_tables() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            newer(ledger).prepare();
            for (String address : List.of("/v1/agreements", "/v1/events", "/v1/areas", "/v1/projections")) {
                ledger.http(Things.INSPECTOR)
                        .perform(get(address))
                        .andExpect(status().isServiceUnavailable())
                        .andExpect(header().string("Retry-After", "1"))
                        .andExpect(jsonPath("$.code").value("not-prepared"));
            }
        }
    }

    private static void awaitNoOwner(QueryLedger ledger) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (owners(ledger) > 0 && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(owners(ledger)).as("claims that are held").isZero();
    }

    private static long owners(QueryLedger ledger) {
        return ledger.sql()
                .sql("select count(owner) from query.token_entry")
                .query(Long.class)
                .single();
    }
}
