package org.maaledger.command.importing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.maaledger.kernel.reading.ReadingEvent;

/** Files in the form of the Office for National Statistics, on their way into a ledger of pure states that holds the shipped areas. */
final class OnsScene {

    /** Cuts of the 23 published files. */
    static final Path CUTS = Path.of("src/test/resources/figures/ons");

    static final String HEADER =
            "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n";

    /** The series of {@link #row}. */
    static final String SERIES = "ons:claimant-count~E06000002~all";

    final MemoryLedger ledger = MemoryLedger.withReferenceAreas();
    final FaultList faults = new FaultList();

    static List<Path> cuts() throws IOException {
        try (Stream<Path> files = Files.list(CUTS)) {
            return files.sorted().toList();
        }
    }

    /** A row of Middlesbrough for 2009 with this value and status. */
    static String row(String value, String status) {
        return row("2009-01-01/P1Y", value, status);
    }

    /** A row of Middlesbrough. */
    static String row(String period, String value, String status) {
        return "E06000002,Middlesbrough,Local Authority District,Claimant Count,%s,%s,Percentage,%%,,,%s,"
                .formatted(period, value, status);
    }

    ImportReport importing(byte[] file, String name, boolean check) throws IOException {
        return importing(() -> new ByteArrayInputStream(file), name, check);
    }

    ImportReport importing(ImportFile file, String name, boolean check) throws IOException {
        return new ReadingImport(ledger, MemoryLedger.TODAY)
                .run(
                        new ImportOrder(
                                file, name, null, new Mappings().named("ons").orElseThrow(), check),
                        faults,
                        () -> {});
    }

    ImportReport importing(Path file) throws IOException {
        return importing(() -> Files.newInputStream(file), String.valueOf(file.getFileName()), false);
    }

    ImportReport text(String file) throws IOException {
        return importing(file.getBytes(StandardCharsets.UTF_8), "claimant-count.csv", false);
    }

    /** A file of these rows below the usual header. */
    ImportReport rows(String... rows) throws IOException {
        return text(HEADER + String.join("\n", rows) + "\n");
    }

    List<ReadingEvent> events(String stream) {
        return ledger.eventsOf(stream);
    }

    Fault onlyFault() {
        if (faults.faults().size() != 1) {
            throw new AssertionError("one fault was expected: " + faults.faults());
        }
        return faults.faults().getFirst();
    }
}
