package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Aim: tables that a crash of the database has taken back catch up though nothing more happens. Method: rows, position and token are set
 * back in one transaction, as a crash would, while the program that wrote them lives on.
 */
class FallingBackTest {

    @Test
    void tables_that_a_crash_has_taken_back_are_filled_again_without_another_event() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(5, 300));
            ledger.await();
            Projector projector = ledger.projections().named("register");
            Map<String, List<String>> right = RebuildingTest.rows(ledger, projector);

            new TransactionTemplate(Altered.transactions(ledger)).executeWithoutResult(status -> {
                new Generations(ledger.sql()).advance(RebuildingTest.empty(ledger, projector), 0);
                int tokens = ledger.sql()
                        .sql("update query.token_entry set token = convert_to('{\"globalIndex\":0}', 'UTF8')"
                                + " where processor_name = 'register'")
                        .update();
                assertThat(tokens).isEqualTo(1);
            });
            ledger.await();

            assertThat(RebuildingTest.rows(ledger, projector)).isEqualTo(right);
        }
    }
}
