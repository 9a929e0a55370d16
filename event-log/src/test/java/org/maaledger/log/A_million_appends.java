package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.WholeLog;
import org.maaledger.log.testing.WriterProcess;

/**
 * Aim: over a million appends, with nodes killed all the while, nothing that anybody was told is lost, and nothing is there twice.
 * Method: two writing processes, one of which is killed (SIGKILL) every four to twelve seconds and replaced; what each printed before it died is
 * held against the whole log. {@code -Dmaal.appends=N} makes it shorter or longer.
 */
@Tag("full")
final class A_million_appends {

    private static final int APPENDS = Integer.getInteger("maal.appends", 1_000_000);
    private static final int NODES = 2;
    private static final Duration IDLE = Duration.ofSeconds(1);

    private final Random random = new Random(4711);
    private final Map<UUID, Long> told = new HashMap<>();
    private final List<WriterProcess> nodes = new ArrayList<>();

    @Test
    void with_nodes_killed_all_the_while_lose_nothing_and_double_nothing() throws Exception {
        try (LedgerDatabase ledger =
                LedgerDatabase.create(AppenderSettings.defaults().impatient(IDLE, Duration.ofSeconds(60)))) {
            long start = System.nanoTime();
            int kills = 0;
            while (nodes.size() < NODES) {
                nodes.add(WriterProcess.start(ledger, Integer.MAX_VALUE, IDLE));
            }
            while (told() < APPENDS) {
                Thread.sleep(4_000 + random.nextInt(8_000));
                WriterProcess victim = nodes.remove(random.nextInt(NODES));
                victim.kill();
                told.putAll(victim.told());
                kills++;
                nodes.add(WriterProcess.start(ledger, Integer.MAX_VALUE, IDLE));
            }
            for (WriterProcess node : nodes) {
                node.kill();
                told.putAll(node.told());
            }
            double seconds = (System.nanoTime() - start) / 1e9;

            WholeLog whole = WholeLog.of(ledger.reader()).holds(told);

            assertThat(kills).isPositive();
            // Each kill may cut off, at most, what each of the threads was about to be told.
            assertThat(whole.size()).isGreaterThanOrEqualTo(told.size());
            System.out.printf(
                    "%d events told by %d nodes, %d of which were killed at work, in %.0f s; the log holds %d%n",
                    told.size(), NODES + kills, NODES + kills, seconds, whole.size());
        } finally {
            nodes.forEach(WriterProcess::close);
        }
    }

    private int told() {
        return told.size() + nodes.stream().mapToInt(WriterProcess::toldCount).sum();
    }
}
