package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.log.testing.SampleEvents.at;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.SampleEvents;
import org.maaledger.log.testing.WholeLog;

/**
 * Aim: one client never fails another. Method: the lock is held from outside while appends gather, so that good and bad ones share a
 * batch; then it is released.
 */
final class Poisoned_batches {

    private static final int APPENDS = 60;

    private LedgerDatabase ledger;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.create();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private CompletableFuture<List<Recorded>> submit(NewEvent event, AppendContext context) {
        return ledger.appender().submit(List.of(event), context);
    }

    private static Throwable failure(CompletableFuture<?> answer) {
        return answer.handle((_, fault) -> Objects.requireNonNull(fault)).join();
    }

    @Test
    void fail_the_poisoned_appends_alone() throws SQLException {
        NewEvent first = SampleEvents.event(new UUID(1, 1), SampleEvents.reading("first"), 0);
        submit(first, new AppendContext()).join();
        List<CompletableFuture<List<Recorded>>> good = new ArrayList<>();
        List<CompletableFuture<List<Recorded>>> poisoned = new ArrayList<>();
        List<CompletableFuture<List<Recorded>>> conflicts = new ArrayList<>();
        try (Connection holder = ledger.fresh().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(LogTransaction.LOCK);
            for (int i = 0; i < APPENDS; i++) {
                if (i % 20 == 7) {
                    poisoned.add(submit(
                            SampleEvents.event(first.eventId(), SampleEvents.reading("p" + i), 0),
                            new AppendContext()));
                } else if (i % 20 == 13) {
                    AppendContext tooLong = new AppendContext();
                    tooLong.idempotency("client", "k".repeat(129), "hash");
                    poisoned.add(submit(at("long" + i, 0), tooLong));
                } else if (i % 20 == 17) {
                    conflicts.add(submit(at("first", 0), new AppendContext()));
                } else {
                    good.add(submit(at("g" + i, 0), new AppendContext()));
                }
            }
            holder.commit();
        }

        assertThat(good).allSatisfy(answer -> assertThat(answer.join()).hasSize(1));
        assertThat(poisoned)
                .hasSize(6)
                .allSatisfy(answer -> assertThat(failure(answer)).isInstanceOf(AppendRefused.class));
        assertThat(conflicts)
                .hasSize(3)
                .allSatisfy(answer -> assertThat(failure(answer)).isInstanceOf(ConcurrencyException.class));
        assertThat(WholeLog.of(ledger.reader()).size()).isEqualTo(1 + good.size());
    }

    @Test
    void let_appends_of_one_batch_follow_each_other_and_share_a_key_only_once() throws SQLException {
        CompletableFuture<List<Recorded>> before;
        CompletableFuture<List<Recorded>> first;
        CompletableFuture<List<Recorded>> next;
        CompletableFuture<List<Recorded>> repeated;
        try (Connection holder = ledger.fresh().getConnection();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(LogTransaction.LOCK);
            before = submit(at("other", 0), new AppendContext());
            first = submit(at("a", 0), claiming());
            next = submit(at("a", 1), new AppendContext());
            repeated = submit(at("a", 2), claiming());
            holder.commit();
        }

        assertThat(before.join()).extracting(Recorded::position).containsExactly(1L);
        assertThat(first.join()).extracting(Recorded::position).containsExactly(2L);
        assertThat(next.join()).extracting(Recorded::position).containsExactly(3L);
        assertThat(failure(repeated))
                .isInstanceOfSatisfying(
                        DuplicateRequest.class, e -> assertThat(e.first()).isEqualTo(new FirstAnswer("hash", 2, 1)));
    }

    @Test
    void are_refused_whole_while_the_clock_is_not_to_be_trusted() throws SQLException {
        try (Connection connection = ledger.fresh().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO ledger.event VALUES (1, gen_random_uuid(), 'x', 0, 'x', 'x', 1,"
                    + " clock_timestamp() + interval '1 hour', current_date, '{}')");
        }

        assertThatThrownBy(() -> ledger.appender().append(List.of(at("a", 0)), new AppendContext()))
                .isInstanceOf(LogUnavailable.class);
        assertThat(ledger.appender().health().writing()).isFalse();
        assertThat(ledger.appender().health().reason()).contains("clock");
    }

    private static AppendContext claiming() {
        AppendContext context = new AppendContext();
        context.idempotency("client", "key", "hash");
        return context;
    }
}
