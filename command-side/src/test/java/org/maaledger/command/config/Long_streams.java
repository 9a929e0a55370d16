package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.testing.CommandNode;
import org.maaledger.command.testing.Stories;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.Snapshots;
import org.maaledger.log.testing.LedgerDatabase;

/** Aim: no command replays a long stream. Method: a long one is written; then a node that knows nothing of it decides on it. */
class Long_streams {

    private static final int READINGS = 2 * AggregateShells.EVENTS_BETWEEN_SNAPSHOTS + 50;

    @Test
    void are_kept_as_snapshots_on_which_another_node_decides_alike() throws Exception {
        try (LedgerDatabase ledger = LedgerDatabase.create();
                CommandNode writer = new CommandNode(ledger);
                CommandNode other = new CommandNode(ledger)) {
            Stories.referenceData(writer);
            for (int day = 0; day < READINGS; day++) {
                Stories.record(writer, day, day + ".5");
            }
            DomainEventMessage<?> snapshot = snapshot(ledger);
            assertThat(snapshot.getSequenceNumber())
                    .isBetween(2L * AggregateShells.EVENTS_BETWEEN_SNAPSHOTS - 1, (long) READINGS);

            assertThatExceptionOfType(CommandRefused.class)
                    .isThrownBy(() -> Stories.record(other, 0, "0.5"))
                    .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("reading-already-recorded"));
            assertThatExceptionOfType(CommandRefused.class)
                    .isThrownBy(() -> Stories.record(other, READINGS - 1, "7"))
                    .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("reading-differs"));
            assertThat(Stories.record(other, READINGS, "1")
                            .append()
                            .receipts()
                            .getFirst()
                            .sequence())
                    .as("after the event that opened the series, and its readings")
                    .isEqualTo(READINGS + 1L);
        }
    }

    /** It is written beside the commands; it must be there soon. */
    private static DomainEventMessage<?> snapshot(LedgerDatabase ledger) throws InterruptedException {
        LedgerEventStorageEngine engine = new LedgerEventStorageEngine(
                ledger.appender(), ledger.reader(), new Snapshots(ledger.app(), SnapshotJson.serializer(), "test"));
        for (int i = 0; i < 200; i++) {
            var snapshot = engine.readSnapshot(Stories.SERIES.toString());
            if (snapshot.isPresent()
                    && snapshot.get().getSequenceNumber() >= 2L * AggregateShells.EVENTS_BETWEEN_SNAPSHOTS - 1) {
                return snapshot.get();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("no snapshot of " + Stories.SERIES);
    }
}
