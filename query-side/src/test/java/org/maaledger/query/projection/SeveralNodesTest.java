package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** Aim: of several nodes one runs a processing group, and another takes over. Method: two nodes on one ledger, one of them closed. */
class SeveralNodesTest {

    @Test
    void one_node_at_a_time_runs_a_group_and_another_takes_over_without_loss() throws Exception {
        try (QueryLedger ledger = QueryLedger.create();
                AnnotationConfigApplicationContext second = ledger.secondNode()) {
            ledger.tell(Story.of(31, 300));
            ledger.await();
            assertThat(owners(ledger))
                    .hasSize(3)
                    .allSatisfy(owner -> assertThat(owner).isNotBlank());
            ledger.parts().close();
            ledger.tell(Story.of(32, 300));
            Projections left = second.getBean(Projections.class);
            long head = ledger.database().reader().head();
            long deadline = System.nanoTime() + 60_000_000_000L;
            while (left.states().stream().anyMatch(state -> state.position() < head) && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
            assertThat(owners(ledger))
                    .hasSize(3)
                    .doesNotContainNull()
                    .containsOnly(owners(ledger).getFirst());
            Projector projector = left.named("register");
            Map<String, List<String>> live = RebuildingTest.rows(ledger, projector);
            left.rebuild("register", position -> {});
            assertThat(RebuildingTest.rows(ledger, projector)).isEqualTo(live);
        }
    }

    private static List<String> owners(QueryLedger ledger) {
        return ledger.sql()
                .sql("select owner from query.token_entry order by processor_name")
                .query((row, _) -> row.getString(1))
                .list();
    }
}
