package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maaledger.command.area.AreaCommand;
import org.maaledger.command.indicator.IndicatorCommand;
import org.maaledger.command.reading.ReadingCommand.RecordReadings;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.log.StoredEvent;

/**
 * Aim: an import that was broken off half way and repeated leaves in the log what one in one piece leaves. Method: a ledger that fails
 * after some commands, and a comparison of every stream. The packaged program is killed in the tests of the module end-to-end.
 */
class BrokenOffImportTest {

    private static final Path CUT = OnsScene.CUTS.resolve("employment-rate.csv");

    /** Readings sent before the next word about how far it is: a part of the file. */
    private static final int GATHERED_FEW = 10;

    /** A ledger that takes so many series and then fails. */
    private record Failing(CommandedLedger ledger, AtomicInteger left) implements ImportLedger {

        @Override
        public void fill(AreaBook book) {
            ledger.fill(book);
        }

        @Override
        public @Nullable IndicatorDefinition definition(IndicatorCode indicator) {
            return ledger.definition(indicator);
        }

        @Override
        public @Nullable LocalDate withdrawnFrom(IndicatorCode indicator) {
            return ledger.withdrawnFrom(indicator);
        }

        @Override
        public void eachReading(SeriesId series, Consumer<ReadingRecorded> reading) {
            ledger.eachReading(series, reading);
        }

        @Override
        public void expect(Collection<String> streams) {
            ledger.expect(streams);
        }

        @Override
        public Outcome send(AreaCommand command) {
            return ledger.send(command);
        }

        @Override
        public Outcome send(IndicatorCommand command) {
            return ledger.send(command);
        }

        @Override
        public Outcome send(RecordReadings command) {
            if (left.decrementAndGet() < 0) {
                throw new IllegalStateException("the disk is full");
            }
            return ledger.send(command);
        }
    }

    private static ImportReport imported(ImportLedger ledger, ImportListener listener) throws IOException {
        return imported(ledger, Recording.GATHERED_MAX, listener);
    }

    private static ImportReport imported(ImportLedger ledger, int gatheredMax, ImportListener listener)
            throws IOException {
        return new ReadingImport(ledger, MemoryLedger.TODAY, gatheredMax)
                .run(
                        new ImportOrder(
                                () -> Files.newInputStream(CUT),
                                "employment-rate.csv",
                                null,
                                new Mappings().named("ons").orElseThrow(),
                                false),
                        listener,
                        () -> {});
    }

    private static Map<String, List<LedgerEvent>> streams(LiveLedger ledger) {
        Map<String, List<LedgerEvent>> streams = new TreeMap<>();
        for (StoredEvent stored : ledger.database.reader().after(0, 10_000)) {
            List<LedgerEvent> stream = streams.computeIfAbsent(stored.payload().stream(), key -> new ArrayList<>());
            assertThat(stored.sequence()).isEqualTo(stream.size());
            stream.add(stored.payload());
        }
        return streams;
    }

    private static Map<String, List<LedgerEvent>> inOnePiece() throws IOException {
        try (LiveLedger ledger = new LiveLedger()) {
            imported(ledger.forImport(), new FaultList());
            return streams(ledger);
        }
    }

    @Test
    void repeated_it_leaves_in_the_log_what_one_in_one_piece_leaves() throws IOException {
        try (LiveLedger ledger = new LiveLedger()) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> imported(new Failing(ledger.forImport(), new AtomicInteger(3)), new FaultList()))
                    .withMessageContaining("importing the file again goes on where it stopped");
            Map<String, List<LedgerEvent>> half = streams(ledger);
            ImportReport report = imported(ledger.forImport(), new FaultList());
            assertThat(report.recorded()).isPositive();
            assertThat(report.unchanged()).isPositive();
            assertThat(streams(ledger)).isNotEqualTo(half).isEqualTo(inOnePiece());
        }
    }

    /** Somebody who goes away as soon as some of the readings are recorded. */
    private static final class Leaving implements ImportListener {
        @Override
        public void fault(Fault fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void checked(long rows) {
            // Still there.
        }

        @Override
        public void recorded(long readings, long of) {
            if (readings > 0) {
                throw new ImportLines.ClientGone(new IOException("connection reset"));
            }
        }
    }

    @Test
    void nothing_more_is_recorded_for_a_client_that_went_away_and_importing_again_tells_what_was() throws IOException {
        try (LiveLedger ledger = new LiveLedger()) {
            assertThat(catchThrowable(() -> imported(ledger.forImport(), GATHERED_FEW, new Leaving())))
                    .isInstanceOf(ImportLines.ClientGone.class);
            long left = readings(ledger);
            ImportReport report = imported(ledger.forImport(), new FaultList());
            assertThat(report.unchanged()).as("it had begun").isEqualTo(left).isPositive();
            assertThat(report.recorded()).as("and had stopped").isPositive();
            assertThat(streams(ledger)).isEqualTo(inOnePiece());
        }
    }

    private static long readings(LiveLedger ledger) {
        return streams(ledger).values().stream()
                .flatMap(List::stream)
                .filter(ReadingRecorded.class::isInstance)
                .count();
    }
}
