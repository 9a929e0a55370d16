package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.reading.ReadingCommand.RecordReading;
import org.maaledger.command.shell.Outcome;
import org.maaledger.command.testing.CommandNode;
import org.maaledger.command.testing.Stories;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.reading.GroupCode;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.Snapshots;
import org.maaledger.log.testing.LedgerDatabase;

/** Aim: no command replays a long stream. Method: a long one is written; then a node that knows nothing of it decides on it. */
class Long_streams {

    private static final SeriesId SERIES = new SeriesId(HOMES, new AreaCode("E06000002"), GroupCode.ALL);
    private static final int READINGS = 2 * AggregateShells.EVENTS_BETWEEN_SNAPSHOTS + 50;

    @Test
    void are_kept_as_snapshots_on_which_another_node_decides_alike() throws Exception {
        try (LedgerDatabase ledger = LedgerDatabase.create();
                CommandNode writer = new CommandNode(ledger);
                CommandNode other = new CommandNode(ledger)) {
            Stories.referenceData(writer);
            for (int day = 0; day < READINGS; day++) {
                record(writer, day, day + ".5");
            }
            DomainEventMessage<?> snapshot = snapshot(ledger);
            assertThat(snapshot.getSequenceNumber())
                    .isBetween(2L * AggregateShells.EVENTS_BETWEEN_SNAPSHOTS - 1, (long) READINGS);

            assertThatExceptionOfType(CommandRefused.class)
                    .isThrownBy(() -> record(other, 0, "0.5"))
                    .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("reading-already-recorded"));
            assertThatExceptionOfType(CommandRefused.class)
                    .isThrownBy(() -> record(other, READINGS - 1, "7"))
                    .satisfies(e -> assertThat(e.refusal().code()).isEqualTo("reading-differs"));
            assertThat(record(other, READINGS, "1")
                            .append()
                            .receipts()
                            .getFirst()
                            .sequence())
                    .as("after the event that opened the series, and its readings")
                    .isEqualTo(READINGS + 1L);
        }
    }

    private static Outcome record(CommandNode node, int day, String value) {
        return Stories.send(
                node,
                new RecordReading(
                        SERIES,
                        ReportingPeriod.on(LocalDate.of(2008, 4, 1).plusDays(day)),
                        Vintage.FINAL,
                        Observation.Measured.of(value),
                        SOURCE,
                        null),
                actor(new BodyId("dept:clg"), Office.DATA_PROVIDER),
                "2012-01-01");
    }

    /** It is written beside the commands; it must be there soon. */
    private static DomainEventMessage<?> snapshot(LedgerDatabase ledger) throws InterruptedException {
        LedgerEventStorageEngine engine = new LedgerEventStorageEngine(
                ledger.appender(), ledger.reader(), new Snapshots(ledger.app(), SnapshotJson.serializer(), "test"));
        for (int i = 0; i < 200; i++) {
            var snapshot = engine.readSnapshot(SERIES.toString());
            if (snapshot.isPresent()
                    && snapshot.get().getSequenceNumber() >= 2L * AggregateShells.EVENTS_BETWEEN_SNAPSHOTS - 1) {
                return snapshot.get();
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new AssertionError("no snapshot of " + SERIES);
    }
}
