package org.maaledger.command.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A process of its own with 512 MB of heap, in which files are imported into a ledger on PostgreSQL. */
final class SmallMemory {

    private static final String SAYS = "SAYS ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private SmallMemory() {}

    /**
     * What an import took.
     *
     * @param wallMillis time on the clock, which depends on what else the machine does
     * @param cpuMillis time of the processors in the process, the database not counted
     */
    record Took(
            String what, long readings, long recorded, long unchanged, long events, long wallMillis, long cpuMillis) {}

    /** Imports files in the order given, twice, in a process of its own; tells what each time took. */
    static List<Took> imported(String mapping, List<Path> files) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                SmallMemory.class.getName(),
                mapping));
        files.forEach(file -> command.add(file.toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        List<Took> took = new ArrayList<>();
        StringBuilder said = new StringBuilder();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                said.append(line).append('\n');
                if (line.startsWith(SAYS)) {
                    System.out.println(line);
                    took.add(JSON.readValue(line.substring(SAYS.length()), Took.class));
                }
            }
            int exit = process.waitFor();
            if (exit != 0) {
                throw new AssertionError("the import ended with " + exit + ":\n" + said);
            }
            return took;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The first rows of a gzipped file, as many as a part of it has. */
    static Path part(Path gzipped, Path folder, int rows) throws IOException {
        Path part = folder.resolve("lait_" + rows + ".csv");
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(gzipped)), StandardCharsets.UTF_8));
                BufferedWriter out = new BufferedWriter(
                        new OutputStreamWriter(Files.newOutputStream(part), StandardCharsets.UTF_8))) {
            for (int i = 0; i <= rows; i++) {
                out.write(in.readLine());
                out.newLine();
            }
        }
        return part;
    }

    /** The process itself: a mapping, and files. */
    public static void main(String[] words) throws IOException {
        Mapping mapping = new Mappings().named(words[0]).orElseThrow();
        List<Path> files = new ArrayList<>();
        for (int i = 1; i < words.length; i++) {
            files.add(Path.of(words[i]));
        }
        try (LiveLedger ledger = new LiveLedger()) {
            ledger.loadReferenceData();
            say(took("check", ledger, mapping, files, true));
            say(took("import", ledger, mapping, files, false));
            say(took("again", ledger, mapping, files, false));
        }
        System.exit(0); // the database of the tests goes with the process
    }

    private static void say(Took took) throws IOException {
        System.out.println(SAYS + JSON.writeValueAsString(took));
    }

    private static Took took(String what, LiveLedger ledger, Mapping mapping, List<Path> files, boolean check)
            throws IOException {
        Instant begun = Instant.now();
        long cpu = cpuMillis();
        long readings = 0;
        long recorded = 0;
        long unchanged = 0;
        for (Path file : files) {
            ImportReport report = new ReadingImport(ledger.forImport(), MemoryLedger.TODAY)
                    .run(
                            new ImportOrder(
                                    () -> Files.newInputStream(file),
                                    String.valueOf(file.getFileName()),
                                    null,
                                    mapping,
                                    check),
                            new FaultList(),
                            () -> {});
            readings += report.readings();
            recorded += report.recorded();
            unchanged += report.unchanged();
        }
        return new Took(
                what,
                readings,
                recorded,
                unchanged,
                ledger.database.reader().head(),
                Duration.between(begun, Instant.now()).toMillis(),
                cpuMillis() - cpu);
    }

    private static long cpuMillis() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? Duration.ofNanos(system.getProcessCpuTime()).toMillis()
                : 0;
    }
}
