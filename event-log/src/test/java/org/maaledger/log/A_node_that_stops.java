package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.log.testing.SampleEvents.at;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.WholeLog;
import org.maaledger.log.testing.WriterProcess;

/**
 * Aim: a node that stops while it holds the lock holds up the others for a known time only, and when it goes on, or never does,
 * everybody was told the truth. Method: a second process, stopped or killed at a moment when the database says that it holds the lock.
 */
final class A_node_that_stops {

    private static final Duration IDLE = Duration.ofSeconds(1);

    private LedgerDatabase ledger;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.create(AppenderSettings.defaults().impatient(IDLE, Duration.ofSeconds(60)));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Duration appending(String group) {
        long start = System.nanoTime();
        ledger.appender().append(List.of(at(group, 0)), new AppendContext());
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static void awaitFirstAppends(WriterProcess node) throws InterruptedException {
        while (node.told().size() < 20) {
            Thread.sleep(10);
        }
    }

    @Test
    void in_mid_batch_holds_up_the_others_no_longer_than_the_limit_and_finishes_its_work_later() throws Exception {
        try (WriterProcess node = WriterProcess.start(ledger, 150, IDLE)) {
            awaitFirstAppends(node);
            node.stopInMidBatch(ledger);

            Duration heldUp = appending("mine");
            Duration after = appending("again");
            node.goOn();

            assertThat(heldUp).isLessThan(IDLE.plusSeconds(4));
            assertThat(after).isLessThan(Duration.ofSeconds(1));
            assertThat(node.done()).isTrue();
            WholeLog whole = WholeLog.of(ledger.reader()).holds(node.told());
            assertThat(whole.size()).isEqualTo(node.told().size() + 2);
            System.out.printf(
                    "a node stopped in mid-batch held up another for %d ms (limit %d ms)%n",
                    heldUp.toMillis(), IDLE.toMillis());
        }
    }

    @Test
    void for_ever_in_mid_batch_leaves_nothing_half_done() throws Exception {
        try (WriterProcess node = WriterProcess.start(ledger, 1_000_000, IDLE)) {
            awaitFirstAppends(node);
            node.stopInMidBatch(ledger);
            node.kill();

            Duration heldUp = appending("mine");

            assertThat(heldUp).isLessThan(IDLE.plusSeconds(4));
            WholeLog whole = WholeLog.of(ledger.reader()).holds(node.told());
            assertThat(whole.size()).isGreaterThanOrEqualTo(node.told().size() + 1);
        }
    }
}
