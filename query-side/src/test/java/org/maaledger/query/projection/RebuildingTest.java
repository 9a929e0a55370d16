package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.register.Register;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.Things;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Aim: a projection can be thrown away and built anew at any time. Method: a long story recorded while the projections run live, then
 * every table of every projection compared row for row with the rebuilt one; rebuilds beside writers and readers.
 */
class RebuildingTest {

    /** Every row of every table of what serves, as text, without the number of the generation. */
    static Map<String, List<String>> rows(QueryLedger ledger, Projector projector) {
        return rows(ledger.sql(), projector);
    }

    static Map<String, List<String>> rows(JdbcClient sql, Projector projector) {
        Generation serving = new Generations(sql).serving(projector.name()).orElseThrow();
        Map<String, List<String>> rows = new TreeMap<>();
        for (Table table : projector.tables()) {
            rows.put(
                    table.name(),
                    sql.sql("select t::text from " + serving.schema() + "." + table.name() + " t order by 1")
                            .query(String.class)
                            .list());
        }
        return rows;
    }

    @Test
    void a_rebuilt_projection_equals_the_live_one_row_for_row() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(1, 3_000));
            ledger.await();
            for (Projector projector : ledger.projections().all()) {
                Map<String, List<String>> live = rows(ledger, projector);
                RebuildReport report = ledger.projections().rebuild(projector.name(), position -> {});
                assertThat(report.generation()).isEqualTo(2);
                assertThat(report.deadLetters()).isZero();
                assertThat(rows(ledger, projector)).isEqualTo(live);
                assertThat(live.values().stream().mapToInt(List::size).sum()).isGreaterThan(50);
            }
        }
    }

    @Test
    void a_rebuild_that_fails_leaves_the_old_tables_and_no_half_filled_ones() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(6, 300));
            ledger.await();
            Projector projector = ledger.projections().named("register");
            Map<String, List<String>> live = rows(ledger, projector);
            assertThatThrownBy(() -> ledger.projections().rebuild("register", position -> {
                        throw new IllegalStateException("a fault in mid-rebuild");
                    }))
                    .hasMessageContaining("a fault in mid-rebuild");
            assertThat(ledger.projections().states())
                    .extracting(ProjectionState::generation, ProjectionState::filling)
                    .containsOnly(tuple(1, false));
            assertThat(new Generations(ledger.sql()).idle("register")).isEmpty();
            assertThat(rows(ledger, projector)).isEqualTo(live);
            assertThat(ledger.projections().rebuild("register", position -> {}).generation())
                    .isGreaterThan(1);
        }
    }

    @Test
    void the_same_events_twice_change_nothing() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(2, 500));
            ledger.await();
            List<Fact> all = new LedgerFacts(ledger.database().reader()).after(0, 10_000);
            for (Projector projector : ledger.projections().all()) {
                Map<String, List<String>> before = rows(ledger, projector);
                ledger.projections().write(projector, all);
                ledger.projections().write(projector, all.subList(100, 200));
                assertThat(rows(ledger, projector)).isEqualTo(before);
            }
        }
    }

    @Test
    void what_is_written_to_tables_does_not_wait_for_the_disk_and_what_follows_on_the_connection_does() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(4, 10));
            ledger.await();
            Projector projector = ledger.projections().named("register");
            List<Fact> all = new LedgerFacts(ledger.database().reader()).after(0, 100);
            DataSource one = new SingleConnectionDataSource(connection(ledger), true);
            DataSourceTransactionManager transactions = new DataSourceTransactionManager(one);
            Projections projections = new Projections(
                    ledger.projections().all(),
                    new LedgerFacts(ledger.database().reader()),
                    one,
                    transactions);
            JdbcTemplate sql = new JdbcTemplate(one);

            sql.execute("set synchronous_commit = on");

            String during = new TransactionTemplate(transactions).execute(status -> {
                projections.write(projector, all);
                return sql.queryForObject("show synchronous_commit", String.class);
            });

            assertThat(during).isEqualTo("off");
            assertThat(sql.queryForObject("show synchronous_commit", String.class))
                    .isEqualTo("on");
        }
    }

    private static Connection connection(QueryLedger ledger) {
        try {
            return ledger.database().app().getConnection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_handover_that_leaves_out_events_is_made_good_from_the_log() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(3, 400));
            ledger.await();
            Projector projector = ledger.projections().named("register");
            Map<String, List<String>> right = rows(ledger, projector);
            new Generations(ledger.sql()).advance(empty(ledger, projector), 0);
            Fact last =
                    new LedgerFacts(ledger.database().reader()).after(399, 1).getFirst();
            ledger.projections().write(projector, List.of(last));
            assertThat(rows(ledger, projector)).isEqualTo(right);
        }
    }

    static Generation empty(QueryLedger ledger, Projector projector) {
        Generation serving =
                new Generations(ledger.sql()).serving(projector.name()).orElseThrow();
        projector
                .tables()
                .forEach(table -> ledger.sql()
                        .sql("truncate " + serving.schema() + "." + table.name())
                        .update());
        return serving;
    }

    @Test
    void a_rebuild_beside_writers_and_readers_loses_nothing_and_fails_no_read() throws Exception {
        try (QueryLedger ledger = QueryLedger.create();
                ExecutorService threads = Executors.newFixedThreadPool(5)) {
            ledger.tell(Story.of(4, 2_000));
            ledger.await();
            AtomicBoolean done = new AtomicBoolean();
            Register register = ledger.part(Register.class);
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                readers.add(threads.submit(() -> {
                    int read = 0;
                    do {
                        assertThat(register.agreements(Asked.NOW, new Paged("", 20), Things.INSPECTOR)
                                        .content()
                                        .items())
                                .hasSize(20);
                        read++;
                    } while (!done.get());
                    return read;
                }));
            }
            Future<?> writer = threads.submit(() -> ledger.tell(Story.of(5, 4_000)));
            while (!writer.isDone()) {
                ledger.projections().rebuild("register", position -> {});
            }
            writer.get();
            done.set(true);
            for (Future<Integer> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
            ledger.await();
            Projector projector = ledger.projections().named("register");
            Map<String, List<String>> live = rows(ledger, projector);
            ledger.projections().rebuild("register", position -> {});
            assertThat(rows(ledger, projector)).isEqualTo(live);
            assertThat(new Generations(ledger.sql()).idle("register")).isEmpty();
        }
    }
}
