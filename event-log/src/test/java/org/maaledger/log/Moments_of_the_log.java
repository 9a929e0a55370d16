package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.log.testing.SampleEvents.at;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;

/**
 * Aim: what was known at a moment is the same whenever it is asked. Method: a writer stands between its time and its commit while the
 * moment is asked for.
 */
class Moments_of_the_log {

    private final LedgerDatabase ledger = LedgerDatabase.create();
    private final Instant before = Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.MICROS);

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void after_the_last_event_wait_for_a_batch_that_is_being_committed() throws Exception {
        Instant asked = ledger.appender()
                .append(List.of(at("a", 0)), new AppendContext())
                .getFirst()
                .recordedAt();
        TimeUnit.MILLISECONDS.sleep(5);
        CompletableFuture<OptionalLong> answer;
        try (Connection writer = ledger.fresh().getConnection();
                Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            statement.execute(LogTransaction.LOCK);
            answer = CompletableFuture.supplyAsync(
                    () -> ledger.reader().moments().settledAt(asked.plusMillis(1)));
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(answer).isNotDone();
            assertThat(ledger.reader().moments().settledAt(before))
                    .as("a moment before the last event is settled, whoever writes")
                    .hasValue(0);
            writer.commit();
        }
        assertThat(answer.get(10, TimeUnit.SECONDS)).hasValue(1);
    }

    @Test
    void that_have_not_come_by_the_clock_of_the_database_have_no_position() {
        assertThat(ledger.reader()
                        .moments()
                        .settledAt(Instant.now().plusSeconds(60).truncatedTo(ChronoUnit.MICROS)))
                .isEmpty();
        assertThat(ledger.reader().moments().settledAt(before))
                .as("of an empty log")
                .hasValue(0);
    }
}
