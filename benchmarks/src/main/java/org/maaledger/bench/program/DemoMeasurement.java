package org.maaledger.bench.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.Measurement;
import org.maaledger.bench.WorkFolder;
import org.maaledger.bench.report.Figure;
import org.maaledger.bench.report.Report;

/** What does the demonstration need when nobody asks it anything, and how fast do the published files of full size go in? */
public final class DemoMeasurement implements Measurement {

    private static final double IDLE_MEGABYTES_MAX = 500;
    private static final Duration IDLE = Duration.ofSeconds(60);
    /** As in the figures that are promised. */
    private static final String IMPORT_HEAP = "-Xmx512m";

    private static final double CHECK_SECONDS_MAX = 10;
    private static final double RECORD_SECONDS_MAX = 60;

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public void run(Conditions conditions, Report report) throws Exception {
        if (conditions.quick()) {
            report.leaveOut(name(), "memory at rest and imports take minutes; the long form measures them");
            return;
        }
        try (WorkFolder folder = WorkFolder.in(conditions.checkout(), "demo")) {
            memory(conditions, report, folder.path());
            if (conditions.realData() == null) {
                report.leaveOut(
                        name(), "imports need the published files of full size: set MAAL_REAL_DATA to their folder");
            } else {
                imports(conditions, report, folder.path(), conditions.realData());
            }
        }
    }

    private void memory(Conditions conditions, Report report, Path folder) throws IOException {
        try (LedgerProgram demo = LedgerProgram.start(conditions.checkout(), "demo", folder, Map.of())) {
            LedgerProgram.pause(IDLE);
            report.add(Figure.of(
                            name(),
                            "memory at rest, app and database (sum of PSS)",
                            "MB",
                            List.of(ProportionalMemory.megabytes(demo, folder)),
                            IDLE.toSeconds() + " s after the start, default options")
                    .atMost(IDLE_MEGABYTES_MAX));
        }
    }

    private void imports(Conditions conditions, Report report, Path folder, Path realData) throws IOException {
        Map<String, String> heap = Map.of("MAAL_JAVA_OPTS", IMPORT_HEAP);
        try (LedgerProgram demo = LedgerProgram.start(conditions.checkout(), "demo", folder, heap)) {
            String token = demo.command(
                            conditions.checkout(),
                            folder,
                            Map.of(),
                            List.of("token", "--as", "Data provider"),
                            Set.of(0))
                    .strip();
            List<Path> ons = files(realData.resolve("ons"));
            List<Path> dfe = List.of(realData.resolve("lait").resolve("lait_long.csv.gz"));
            Asking asking = new Asking(conditions.checkout(), demo, folder, token);
            report.add(figure("ONS, all %d files, checked".formatted(ons.size()), asking.run("ons", true, ons))
                    .atMost(CHECK_SECONDS_MAX));
            report.add(figure("ONS, all %d files, recorded".formatted(ons.size()), asking.run("ons", false, ons))
                    .atMost(RECORD_SECONDS_MAX));
            report.add(figure("ONS, recorded again, which adds nothing", asking.run("ons", false, ons)));
            report.add(figure("DfE, checked", asking.run("lait", true, dfe)));
            report.add(figure("DfE, recorded", asking.run("lait", false, dfe)));
        }
    }

    private Figure figure(String what, double seconds) {
        return Figure.of(name(), what, "s", List.of(seconds), IMPORT_HEAP + ", projections running");
    }

    /** The command line that brings files into the demonstration. */
    private record Asking(Path checkout, LedgerProgram demo, Path folder, String token) {

        /** All went in, or all but the rows that break a rule; the published files have some. */
        private static final Set<Integer> DONE = Set.of(0, 3);

        double run(String mapping, boolean check, List<Path> files) throws IOException {
            List<String> words = new ArrayList<>(List.of("import", "readings", "--mapping", mapping));
            if (check) {
                words.add("--check");
            }
            files.forEach(file -> words.add(file.toString()));
            long begin = System.nanoTime();
            demo.command(checkout, folder, Map.of("MAAL_TOKEN", token), words, DONE);
            return (System.nanoTime() - begin) / 1e9;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().matches(".*\\.csv(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }
}
