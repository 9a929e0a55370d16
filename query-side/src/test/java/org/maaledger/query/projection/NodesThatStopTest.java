package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.maaledger.log.AppendContext;
import org.maaledger.log.LedgerReader;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.register.Register;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.Things;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

/**
 * Aim: a node that stops in the middle of its work costs nobody an answer. Method: a rebuild whose connections are cut after its first
 * batch, and nodes of a newer revision that start together.
 */
class NodesThatStopTest {

    /** More than two batches of a rebuild. */
    private static final int EVENTS = 2 * ReadAhead.BATCH_EVENTS + 500;

    private static final int EVENTS_AT_A_TIME = 2_000;

    private static void tell(QueryLedger ledger, int events) {
        List<Story.Deed> story = Story.of(71, events);
        for (int i = 0; i < story.size(); i += EVENTS_AT_A_TIME) {
            ledger.record(
                    Things.OFFICER,
                    story.subList(i, Math.min(story.size(), i + EVENTS_AT_A_TIME)),
                    new AppendContext());
        }
        ledger.await();
    }

    @Test
    void one_that_dies_in_mid_rebuild_leaves_the_old_tables_and_another_one_rebuilds() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            tell(ledger, EVENTS);
            Projector projector = ledger.projections().named("register");
            Map<String, List<String>> live = RebuildingTest.rows(ledger, projector);
            HikariDataSource doomed = new HikariDataSource();
            doomed.setDataSource(ledger.database().fresh());
            Projections dying = new Projections(
                    ledger.projections().all(),
                    new LedgerFacts(new LedgerReader(doomed, ledger.database().serializer())),
                    doomed,
                    new DataSourceTransactionManager(doomed));

            assertThatThrownBy(() -> dying.rebuild("register", position -> doomed.close()))
                    .isInstanceOf(RuntimeException.class);

            assertThat(ledger.part(Register.class)
                            .agreements(Asked.NOW, new Paged("", 20), Things.INSPECTOR)
                            .content()
                            .items())
                    .hasSize(20);
            assertThat(new Generations(ledger.sql()).idle("register")).hasSize(1);
            assertThat(rebuilt(ledger).generation()).isEqualTo(3);
            assertThat(RebuildingTest.rows(ledger, projector)).isEqualTo(live);
            assertThat(new Generations(ledger.sql()).idle("register")).isEmpty();
        }
    }

    /** As soon as the database has noticed that the other one is gone. */
    private static RebuildReport rebuilt(QueryLedger ledger) throws InterruptedException {
        for (int tried = 0; ; tried++) {
            try {
                return ledger.projections().rebuild("register", position -> {});
            } catch (RebuildUnderWay e) {
                assertThat(tried).isLessThan(600);
                Thread.sleep(100);
            }
        }
    }

    @Test
    void nodes_of_a_newer_revision_that_start_together_rebuild_once() throws Exception {
        try (QueryLedger ledger = QueryLedger.create();
                ExecutorService starts = Executors.newFixedThreadPool(2)) {
            tell(ledger, 1_500);
            Projector projector = ledger.projections().named("register");
            Map<String, List<String>> live = RebuildingTest.rows(ledger, projector);
            ledger.sql().sql("update query.generation set revision = 0").update();

            List<Future<AnnotationConfigApplicationContext>> nodes = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                nodes.add(starts.submit(ledger::secondNode));
            }
            for (Future<AnnotationConfigApplicationContext> node : nodes) {
                node.get().close();
            }

            assertThat(ledger.projections().states())
                    .extracting(ProjectionState::generation)
                    .containsOnly(2);
            assertThat(RebuildingTest.rows(ledger, projector)).isEqualTo(live);
        }
    }
}
