package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.Contender;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.WholeLog;

/**
 * Aim: whoever contends, the order stays dense and everybody is told the truth. Method: 16 writers on two nodes append to the same
 * streams and conflict all the time; then the log is read whole and compared with what each was told.
 */
final class Many_writers {

    private static final int WRITERS = 16;
    private static final List<String> GROUPS =
            IntStream.range(0, 48).mapToObj(i -> "group-" + i).toList();

    @Test
    void of_one_node_lose_nothing_and_double_nothing() {
        contend(1, 1_000);
    }

    @Test
    void of_two_nodes_lose_nothing_and_double_nothing() {
        contend(2, 1_000);
    }

    @Test
    @Tag("full")
    void append_ten_thousand_times_each_and_lose_nothing() {
        contend(2, 10_000);
    }

    private static void contend(int nodes, int appends) {
        try (LedgerDatabase ledger = LedgerDatabase.create();
                Appender second = new Appender(ledger.fresh(), ledger.serializer(), AppenderSettings.defaults())) {
            List<Appender> appenders = nodes == 1 ? List.of(ledger.appender()) : List.of(ledger.appender(), second);
            List<Contender> contenders = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                contenders.add(new Contender(appenders.get(i % nodes), ledger.reader(), GROUPS, appends, i));
            }
            long start = System.nanoTime();
            List<Contender> done = Contender.run(contenders);
            double seconds = (System.nanoTime() - start) / 1e9;

            WholeLog whole = WholeLog.of(ledger.reader());
            int told = 0;
            int conflicts = 0;
            for (Contender contender : done) {
                assertThat(contender.failures()).isEmpty();
                whole.holds(contender.told());
                told += contender.told().size();
                conflicts += contender.conflicts();
            }
            assertThat(whole.size()).isEqualTo(told);
            assertThat(conflicts).as("the writers must contend").isPositive();
            System.out.printf(
                    "%d writers on %d nodes: %d appends, %d events, %d conflicts, %.0f appends/s%n",
                    WRITERS, nodes, WRITERS * appends, told, conflicts, WRITERS * appends / seconds);
        }
    }
}
