package org.maaledger.query.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.log.AppendContext;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;

/**
 * Aim: as-of does not grow with history. Method: an old position is asked about, then again after 5,000 more events of the same
 * agreement and target; the rows that PostgreSQL fetched for the answer are counted by its own statistics.
 */
class AsOfCostTest {

    private static final LocalDate DAY = LocalDate.of(2009, 1, 1);
    private static final int MORE_EVENTS = 5_000;

    /** How far the count may differ with the plan alone: PostgreSQL chooses another one when its statistics of the tables arrive. */
    private static final int PLAN_ROWS = MORE_EVENTS / 50;

    @Test
    void an_old_position_does_not_cost_the_rows_of_five_thousand_further_events() {
        try (QueryLedger ledger = QueryLedger.create()) {
            TeesValley.tell(ledger);
            ledger.await();
            Counted before = ask(ledger);
            assertThat(before.rows()).isPositive();
            grow(ledger);
            Counted after = ask(ledger);
            assertThat(after.agreements()).isEqualTo(before.agreements());
            assertThat(after.targets()).isEqualTo(before.targets());
            assertThat(after.rows()).isLessThan(before.rows() + PLAN_ROWS);
        }
    }

    /** The answers, and the rows of the register's tables that PostgreSQL fetched for them, by index or by scan. */
    private record Counted(List<AgreementEntry> agreements, List<TargetEntry> targets, long rows) {}

    private static Counted ask(QueryLedger ledger) {
        return ledger.part(Questions.class)
                .ask(
                        Asked.asOf(TeesValley.SIGNED + 1),
                        Set.of(Register.PROJECTION),
                        snapshot -> new Counted(
                                AgreementQueries.load(snapshot, List.of(TeesValley.AGREEMENT)),
                                TargetQueries.load(snapshot, List.of(TeesValley.TARGET)),
                                fetched(snapshot)))
                .content();
    }

    /** By the statistics of the transaction in which the question is answered. */
    private static long fetched(Snapshot snapshot) {
        return snapshot.sql(
                        "select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables"
                                + " where schemaname like 'q\\_register%'")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    private static void grow(QueryLedger ledger) {
        List<Story.Deed> deeds = new ArrayList<>();
        for (int i = 0; i < MORE_EVENTS / 2; i++) {
            LedgerEvent change = i % 2 == 0
                    ? new AgreementEvent.ResponsibleAuthorityChanged(
                            TeesValley.AGREEMENT, TeesValley.HARTLEPOOL, TeesValley.MIDDLESBROUGH)
                    : new AgreementEvent.ResponsibleAuthorityChanged(
                            TeesValley.AGREEMENT, TeesValley.MIDDLESBROUGH, TeesValley.HARTLEPOOL);
            deeds.add(new Story.Deed(change, DAY));
            deeds.add(new Story.Deed(
                    new TargetEvent.BaselineGapDeclared(TeesValley.TARGET, new BodyId("E06000001"), DAY, Things.REASON),
                    DAY));
        }
        ledger.record(Things.OFFICER, deeds, new AppendContext());
        ledger.await();
    }
}
