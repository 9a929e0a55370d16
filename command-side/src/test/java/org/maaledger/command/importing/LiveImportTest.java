package org.maaledger.command.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorWithdrawn;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.SeriesOpened;
import org.maaledger.log.StoredEvent;

/** Aim: what an import says is in the log is in the log. Method: cuts of real files through the command bus onto PostgreSQL. */
class LiveImportTest {

    private static final String HEADER =
            "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n";

    private final LiveLedger ledger = new LiveLedger();

    @AfterEach
    void close() {
        ledger.close();
    }

    private ImportReport importing(ImportFile file, String name) throws IOException {
        return new ReadingImport(ledger.forImport(), MemoryLedger.TODAY)
                .run(
                        new ImportOrder(
                                file, name, null, new Mappings().named("ons").orElseThrow(), false),
                        new FaultList(),
                        () -> {});
    }

    private ImportReport row(String value) throws IOException {
        String file = HEADER
                + "E06000002,Middlesbrough,Local Authority District,Claimant Count,2009-01-01/P1Y,"
                + value
                + ",Percentage,%,,,,\n";
        return importing(() -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), "claimant-count.csv");
    }

    @Test
    void reference_data_enters_once() {
        int entered = ledger.loadReferenceData().entered();
        assertThat(ledger.database.reader().head()).isEqualTo(entered);
        assertThat(ledger.loadReferenceData().unchanged()).isEqualTo(entered);
        assertThat(ledger.database.reader().head()).isEqualTo(entered);
    }

    @Test
    void an_indicator_that_the_framework_left_out_is_dropped_on_its_first_day_and_not_on_that_of_the_import() {
        ledger.loadReferenceData();
        assertThat(ledger.database.reader().ofStream(IndicatorEvent.streamOf(new IndicatorCode("ni:31")), 0, 10))
                .extracting(StoredEvent::payload, event -> event.envelope().actedOn())
                .last()
                .satisfies(last -> assertThat(last.toList().getFirst()).isInstanceOf(IndicatorWithdrawn.class))
                .satisfies(last -> assertThat(last.toList().getLast()).isEqualTo(LocalDate.of(2008, 4, 1)));
    }

    @Test
    void the_log_holds_what_the_report_says_and_a_second_import_adds_nothing() throws IOException {
        Path cut = OnsScene.CUTS.resolve("employment-rate.csv");
        ImportReport report = importing(() -> Files.newInputStream(cut), "employment-rate.csv");
        long expected = report.recorded() + report.series() + report.areasRegistered() + report.indicatorsRegistered();
        assertThat(ledger.database.reader().head()).isEqualTo(expected);
        ImportReport again = importing(() -> Files.newInputStream(cut), "employment-rate.csv");
        assertThat(again.unchanged()).isEqualTo(report.recorded());
        assertThat(ledger.database.reader().head()).isEqualTo(expected);
    }

    @Test
    void a_file_whose_indicator_was_withdrawn_since_adds_nothing_either() throws IOException {
        row("6.1");
        ledger.forImport()
                .send(new WithdrawIndicator(
                        new IndicatorCode("ons:claimant-count"),
                        LocalDate.of(2008, 4, 1),
                        new SourceRef("made up for a test", null, null),
                        null));
        long head = ledger.database.reader().head();
        assertThat(row("6.1").unchanged()).isEqualTo(1);
        assertThat(ledger.database.reader().head()).isEqualTo(head);
        assertThat(row("6.3").corrected()).isEqualTo(1);
    }

    @Test
    void names_are_compared_with_the_register_and_its_aliases() throws IOException {
        ledger.loadReferenceData();
        String row = ",Local Authority District,Claimant Count,2009-01-01/P1Y,1,Percentage,%,,,,\n";
        byte[] file =
                (HEADER + "E06000047,Durham" + row + "E06000001,Middlesbrough" + row).getBytes(StandardCharsets.UTF_8);
        ImportReport report = importing(() -> new ByteArrayInputStream(file), "claimant-count.csv");
        assertThat(report.recorded()).isEqualTo(1);
        assertThat(report.refused()).isEqualTo(Map.of(24, 1L));
    }

    @Test
    void a_changed_value_becomes_a_correction_of_the_event_it_changes() throws IOException {
        row("6.1");
        assertThat(row("6.3").corrected()).isEqualTo(1);
        List<LedgerEvent> events = ledger.database.reader().ofStream("ons:claimant-count~E06000002~all", 0, 10).stream()
                .map(StoredEvent::payload)
                .toList();
        assertThat(events).hasSize(3);
        assertThat(events.getFirst()).isInstanceOf(SeriesOpened.class);
        assertThat(events.getLast())
                .isInstanceOfSatisfying(
                        ReadingCorrected.class,
                        corrected -> assertThat(corrected.corrects()).isEqualTo(1));
    }
}
