package org.maaledger.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.maaledger.app.settings.CannotStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends published files to a running ledger and shows what becomes of them. */
@Command(
        name = "readings",
        description = {
            "Import published files of figures, plain or gzipped, or check them.",
            "Faults are told one a line: row, column, rule, value and how to mend it; docs/data.md lists the rules."
        })
final class ImportReadingsCommand implements Callable<Integer> {

    /** Some rows were refused; the rest is in the ledger. */
    private static final int WITH_FAULTS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Files as their source publishes them.")
    private List<Path> files = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "ons, lait or place-survey; by default lait for files named so, else ons.")
    private String mapping = "";

    @Option(names = "--check", description = "Tell every fault and change nothing.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new CannotStart("There is no file %s that can be read.".formatted(file));
            }
        }
        LedgerClient client = LedgerClient.ofEnvironment(System.getenv());
        boolean faulty = false;
        for (Path file : files) {
            faulty |= send(client, file, System.out);
        }
        return faulty ? WITH_FAULTS : 0;
    }

    private boolean send(LedgerClient client, Path file, PrintStream out) throws IOException {
        String name = String.valueOf(file.getFileName());
        String by = mapping.isEmpty() ? name.startsWith("lait") ? "lait" : "ons" : mapping;
        try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(client.send(file, by, name, check), StandardCharsets.UTF_8));
                ImportProgress progress = ImportProgress.of(name)) {
            boolean faults = false;
            JsonNode report = null;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode told = JSON.readTree(line);
                if (told.has("progress")) {
                    progress.rows(told.path("progress").path("rows").asLong());
                } else if (told.has("fault")) {
                    faults = true;
                    out.println(fault(name, told.path("fault")));
                } else if (told.has("problem")) {
                    throw new CannotStart(told.path("problem").path("detail").asText());
                } else {
                    report = told.path("report");
                }
            }
            if (report == null) {
                throw new CannotStart(
                        "The connection ended before the report of %s. Send the file again.".formatted(name));
            }
            progress.done();
            out.println(report(name, report));
            return faults;
        }
    }

    private static String fault(String name, JsonNode fault) {
        StringBuilder line = new StringBuilder("%s:%s: rule %s"
                .formatted(name, fault.path("row").asText(), fault.path("rule").asText()));
        if (fault.has("column")) {
            line.append(", column ").append(fault.path("column").asText());
        }
        if (fault.has("value")) {
            line.append(", '").append(fault.path("value").asText()).append('\'');
        }
        return line.append(": ")
                .append(fault.path("message").asText())
                .append(". To mend it: ")
                .append(fault.path("remedy").asText())
                .append('.')
                .toString();
    }

    private String report(String name, JsonNode report) {
        String done = check
                ? "%s acceptable".formatted(report.path("accepted").asText())
                : "%s recorded, %s corrected, %s unchanged"
                        .formatted(
                                report.path("recorded").asText(),
                                report.path("corrected").asText(),
                                report.path("unchanged").asText());
        return "%s: %s rows, %s; missing %s; refused by rule %s%s"
                .formatted(
                        name,
                        report.path("rows").asText(),
                        done,
                        report.path("missing"),
                        report.path("refused"),
                        report.path("readToTheEnd").asBoolean() ? "" : "; NOT READ TO THE END");
    }
}
