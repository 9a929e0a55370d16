package org.maaledger.bench.run;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.maaledger.bench.BenchServer;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.Measurement;
import org.maaledger.bench.bus.CommandMeasurement;
import org.maaledger.bench.program.DemoMeasurement;
import org.maaledger.bench.program.HttpMeasurement;
import org.maaledger.bench.program.Ledger;
import org.maaledger.bench.program.ReadMeasurement;
import org.maaledger.bench.program.RebuildMeasurement;
import org.maaledger.bench.program.StartMeasurement;
import org.maaledger.bench.report.Report;

/** {@code ./maal bench}: takes every figure that is promised, beside its peers, prints a table and writes JSON. */
public final class Bench {

    /** Rounds are as long as the form says. */
    private static final String AS_USUAL = "0";

    private static final Pattern SECONDS = Pattern.compile(AS_USUAL + "|[1-9][0-9]{0,3}");

    /** In the order in which they are taken; a list of one's own. */
    private static List<Measurement> all(Ledger ledger) {
        return new ArrayList<>(List.of(
                new CommandMeasurement(),
                new StartMeasurement(ledger),
                new HttpMeasurement(ledger),
                new RebuildMeasurement(ledger),
                new ReadMeasurement(ledger),
                new DemoMeasurement()));
    }

    private Bench() {}

    /** Runs it: {@code [--quick] [--seconds N] [--json FILE] [--only NAME[,NAME ...]]}. */
    public static void main(String[] args) throws Exception {
        List<String> words = new ArrayList<>(Arrays.asList(args));
        boolean quick = words.remove("--quick");
        Path json = Path.of(value(words, "--json", "bench.json"));
        String seconds = value(words, "--seconds", AS_USUAL);
        Ledger ledger = new Ledger();
        List<Measurement> all = all(ledger);
        List<String> names = all.stream().map(Measurement::name).toList();
        List<String> only =
                List.of(value(words, "--only", String.join(",", names)).split(","));
        if (!SECONDS.matcher(seconds).matches()) {
            words.add(seconds);
        }
        if (!words.isEmpty() || !names.containsAll(only)) {
            System.err.printf(
                    "bench: what is %s? It takes --quick, --seconds N (1 to 9999), --json FILE and --only with some of %s, separated by commas.%n",
                    words.isEmpty() ? only : words, names);
            System.exit(2);
        }
        all.removeIf(measurement -> !only.contains(measurement.name()));
        run(all, ledger, quick, Integer.parseInt(seconds), json);
    }

    private static void run(List<Measurement> measurements, Ledger ledger, boolean quick, int seconds, Path json)
            throws Exception {
        PrintStream out = System.out;
        Path checkout = Path.of(System.getProperty("maal.checkout", "."))
                .toAbsolutePath()
                .normalize();
        String data = System.getenv("MAAL_REAL_DATA");
        Path realData = data == null ? null : Path.of(data);
        Report report = new Report(System.err);
        try (BenchServer server = BenchServer.start(checkout);
                ledger) {
            Conditions usual =
                    quick ? Conditions.quick(server, checkout, realData) : Conditions.whole(server, checkout, realData);
            Conditions conditions = seconds == 0 ? usual : usual.ofSeconds(seconds);
            try {
                for (Measurement measurement : measurements) {
                    report.say(measurement.name());
                    measurement.run(conditions, report);
                    // What was measured is not lost if a later measurement fails.
                    report.json(json, machine(server));
                }
            } finally {
                out.println("Conditions: " + conditions.text() + ".");
                out.println("Machine: " + machine(server) + "\n");
                report.table(out);
                out.println("\nThe same as JSON, with every round: " + json.toAbsolutePath());
            }
        }
    }

    private static Map<String, Object> machine(BenchServer server) throws Exception {
        Map<String, Object> machine = new LinkedHashMap<>();
        machine.put("date", LocalDate.now(ZoneOffset.UTC).toString());
        machine.put("cores", Runtime.getRuntime().availableProcessors());
        machine.put("processor", processor());
        machine.put("java", Runtime.version().toString());
        machine.put(
                "postgresql",
                server.settings(
                        List.of("server_version", "shared_buffers", "fsync", "synchronous_commit", "max_wal_size")));
        return machine;
    }

    private static String processor() throws IOException {
        Path info = Path.of("/proc/cpuinfo");
        return Files.isReadable(info)
                ? Files.readAllLines(info).stream()
                        .filter(line -> line.startsWith("model name"))
                        .map(line -> line.substring(line.indexOf(':') + 1).strip())
                        .findFirst()
                        .orElse("unknown")
                : "unknown";
    }

    private static String value(List<String> words, String option, String otherwise) {
        int at = words.indexOf(option);
        if (at < 0 || at + 1 >= words.size()) {
            return otherwise;
        }
        words.remove(at);
        return words.remove(at);
    }
}
