package org.maaledger.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.settings.CannotStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Sends published files to a running ledger and shows what becomes of them. */
@Command(
        name = "readings",
        description = {
            "Import published files of figures, plain or gzipped, or check them.",
            "Faults are told one a line: row, column, rule, value and how to mend it; docs/data.md lists the rules.",
            "What a file says that the ledger knows already adds nothing, so a file can always be sent again."
        },
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every row was taken, or would be",
            "1:it could not be done; the message says why",
            "2:the command was not understood",
            "3:there are faults; rows without one were taken, or would be"
        })
final class ImportReadingsCommand implements Callable<Integer> {

    /** Some rows were refused; the rest is in the ledger. */
    private static final int WITH_FAULTS = 3;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Files as their source publishes them; - for what comes in by a pipe.")
    private List<String> files = List.of();

    @Option(
            names = "--mapping",
            paramLabel = "NAME",
            description = "ons, lait or place-survey; by default lait for files named so, else ons.")
    private String mapping = "";

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What a single file is published as, such as claimant-count.csv, whatever it is called here.")
    private String name = "";

    @Option(
            names = "--indicator",
            paramLabel = "NAME",
            description = {
                "What a single file is about, such as claimant-count: for files of the ONS",
                "that do not have their published name, or that the ledger does not know yet."
            })
    private String indicator = "";

    @Option(names = "--check", description = "Tell every fault and change nothing.")
    private boolean check;

    private final ImportSummary summary = new ImportSummary();

    @Override
    public Integer call() {
        if (files.size() > 1 && !(name.isEmpty() && indicator.isEmpty())) {
            throw new CannotStart("%s is for a single file, here are %d."
                    .formatted(name.isEmpty() ? "--indicator" : "--name", files.size()));
        }
        List<ImportSource> sources = files.stream()
                .map(file -> ImportSource.of(file, name, indicator))
                .toList();
        LedgerClient client = LedgerClient.ofEnvironment(System.getenv());
        long begun = System.nanoTime();
        List<String> faulty = new ArrayList<>();
        for (ImportSource source : sources) {
            if (send(client, source, System.out)) {
                faulty.add(source.name());
            }
        }
        String all = summary.ofAll(check, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
        if (!all.isEmpty()) {
            System.out.println(all);
        }
        return faulty.isEmpty() ? 0 : WITH_FAULTS;
    }

    /** Whether the file has faults. */
    private boolean send(LedgerClient client, ImportSource source, PrintStream out) {
        String by = mapping.isEmpty() ? source.likelyMapping() : mapping;
        try (BufferedReader lines = new BufferedReader(
                        new InputStreamReader(client.send(source, by, check), StandardCharsets.UTF_8));
                ImportProgress progress = new ImportProgress(source.name())) {
            boolean faults = false;
            JsonNode report = JSON.missingNode();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode told = JSON.readTree(line);
                if (told.has("progress")) {
                    progress.show(told.path("progress"));
                } else if (told.has("fault")) {
                    faults = true;
                    progress.makeWay();
                    out.println(ImportSummary.fault(source.name(), told.path("fault")));
                } else if (told.has("problem")) {
                    throw new CannotStart(told.path("problem").path("detail").asText());
                } else {
                    report = told.path("report");
                }
            }
            progress.done();
            if (report.isMissingNode()) {
                throw brokenOff(source, null);
            }
            out.println(Printable.line(summary.of(source.name(), report)));
            return faults;
        } catch (IOException e) {
            throw brokenOff(source, e);
        }
    }

    private static CannotStart brokenOff(ImportSource source, @Nullable IOException cause) {
        String line =
                "The ledger went away before it had reported on %s. Send the file again: what is recorded already is not recorded twice."
                        .formatted(source.name());
        return cause == null ? new CannotStart(line) : new CannotStart(line, cause);
    }
}
