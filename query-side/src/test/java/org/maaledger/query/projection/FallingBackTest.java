package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.testing.CrashingServer;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Aim: tables that a crash of the database has taken back catch up though nothing more happens. Method: rows, position and token are set
 * back in one transaction, as a crash would, while the program that wrote them lives on; and a server that is killed when the tables
 * hold an event and its disk does not.
 */
class FallingBackTest {

    /** For so long Hikari gives out a connection that was in use without asking whether it is still one. */
    private static final long UNASKED_MILLIS = 500;

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

    @Test
    void an_event_that_a_killed_server_takes_out_of_the_tables_comes_back_without_another_one(@TempDir Path folder)
            throws Exception {
        try (CrashingServer server = CrashingServer.in(folder);
                QueryLedger ledger = QueryLedger.in(database(server))) {
            List<Story.Deed> story = Story.of(5, 300);
            ledger.tell(story.subList(0, story.size() - 1));
            ledger.await();
            Map<String, Map<String, List<String>>> before = tables(ledger, ledger.sql());

            server.writeJournalOnlyForThoseWhoWait();
            ledger.tell(story.subList(story.size() - 1, story.size()));
            ledger.await();
            Map<String, Map<String, List<String>>> right = tables(ledger, ledger.sql());
            assertThat(right).as("the event is seen in the tables").isNotEqualTo(before);
            server.crash();

            server.lookAside(port -> hasFallenBack(ledger, port, story.size(), before));
            Thread.sleep(UNASKED_MILLIS);
            server.restart();
            ledger.await();
            assertThat(tables(ledger, ledger.sql())).isEqualTo(right);
            for (Projector projector : ledger.projections().all()) {
                ledger.projections().rebuild(projector.name(), position -> {});
            }
            assertThat(tables(ledger, ledger.sql())).as("built anew").isEqualTo(right);
        }
    }

    /**
     * One where nobody waits for the disk but who appends. A claim is renewed every few seconds by a commit that waits otherwise, which
     * would take to the disk what the tables are to lose.
     */
    private static LedgerDatabase database(CrashingServer server) {
        LedgerDatabase database = LedgerDatabase.on(server.port());
        JdbcClient.create(database.superuser())
                .sql("alter role " + LedgerDatabase.APP + " set synchronous_commit = off")
                .update();
        return database;
    }

    /** The log at {@code port} has its newest event, which is at {@code position}, and no table does: or the crash proves nothing. */
    private static void hasFallenBack(
            QueryLedger ledger, int port, long position, Map<String, Map<String, List<String>>> before) {
        PGSimpleDataSource source = ledger.database().fresh();
        source.setPortNumbers(new int[] {port});
        JdbcClient sql = JdbcClient.create(source);
        assertThat(new LedgerReader(source, ledger.database().serializer()).head())
                .as("what was recorded is on the disk")
                .isEqualTo(position);
        for (Projector projector : ledger.projections().all()) {
            assertThat(new Generations(sql)
                            .serving(projector.name())
                            .orElseThrow()
                            .position())
                    .as("the crash took back %s", projector.name())
                    .isEqualTo(position - 1);
        }
        assertThat(tables(ledger, sql)).as("the crash took back the rows").isEqualTo(before);
    }

    /** The rows of every table of every projection. */
    private static Map<String, Map<String, List<String>>> tables(QueryLedger ledger, JdbcClient sql) {
        Map<String, Map<String, List<String>>> tables = new TreeMap<>();
        for (Projector projector : ledger.projections().all()) {
            tables.put(projector.name(), RebuildingTest.rows(sql, projector));
        }
        return tables;
    }
}
