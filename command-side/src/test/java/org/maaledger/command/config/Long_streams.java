package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.maaledger.command.testing.TeesValley.*;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
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

/**
 * Aim: no command replays a long stream, and none reads again what is in memory. Method: a long one is written, and a node that knows
 * nothing of it decides on it; what a node asks of the log is counted.
 */
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

    /** Otherwise whoever sends what is on record already, as a repeated import does, would have the stream read for each of its rows. */
    @Test
    void are_not_read_again_after_a_command_that_was_refused() {
        AtomicInteger reads = new AtomicInteger();
        try (LedgerDatabase ledger = LedgerDatabase.create();
                CommandNode node = new CommandNode(ledger, engine -> counting(engine, reads))) {
            Stories.referenceData(node);
            record(node, 0, "1");
            reads.set(0);

            for (int i = 0; i < 5; i++) {
                assertThatExceptionOfType(CommandRefused.class).isThrownBy(() -> record(node, 0, "1"));
            }
            record(node, 1, "2");

            assertThat(reads).hasValue(0);
        }
    }

    /** Otherwise whoever makes up ids would push those out that exist. */
    @Test
    void that_have_no_event_are_not_kept_in_memory() {
        AtomicInteger reads = new AtomicInteger();
        try (LedgerDatabase ledger = LedgerDatabase.create();
                CommandNode node = new CommandNode(ledger, engine -> counting(engine, reads))) {
            assertThatExceptionOfType(CommandRefused.class).isThrownBy(() -> record(node, 0, "1"));
            reads.set(0);

            assertThatExceptionOfType(CommandRefused.class).isThrownBy(() -> record(node, 0, "1"));

            assertThat(reads).as("looked for again").hasPositiveValue();
        }
    }

    /** Counts how often events of one stream are asked for. */
    private static EventStorageEngine counting(EventStorageEngine engine, AtomicInteger reads) {
        return (EventStorageEngine) Proxy.newProxyInstance(
                Long_streams.class.getClassLoader(),
                new Class<?>[] {EventStorageEngine.class},
                (_, method, arguments) -> {
                    boolean ofStream = method.getName().equals("readEvents") && arguments[0] instanceof String;
                    reads.addAndGet(ofStream ? 1 : 0);
                    try {
                        return method.invoke(engine, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
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
