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
import org.jspecify.annotations.Nullable;
import org.maaledger.bench.BenchServer;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.Measurement;
import org.maaledger.bench.bus.CommandMeasurement;
import org.maaledger.bench.report.Report;

/** {@code ./maal bench}: takes every figure that is promised, beside its peers, prints a table and writes JSON. */
public final class Bench {

    /** In the order in which they are taken. */
    private static final List<Measurement> ALL = List.of(new CommandMeasurement());

    private Bench() {}

    /** Runs it: {@code [--quick] [--json FILE] [--only NAME[,NAME ...]]}. */
    public static void main(String[] args) throws Exception {
        PrintStream out = System.out;
        List<String> words = new ArrayList<>(Arrays.asList(args));
        boolean quick = words.remove("--quick");
        Path json = Path.of(value(words, "--json", "bench.json"));
        String only = value(words, "--only", "");
        if (!words.isEmpty()) {
            out.println("bench: what is " + words + "? It takes --quick, --json FILE and --only " + names());
            System.exit(2);
        }
        Path checkout = Path.of(property("maal.checkout", ".")).toAbsolutePath().normalize();
        String data = System.getenv("MAAL_REAL_DATA");
        Path realData = data == null ? null : Path.of(data);
        Report report = new Report(System.err);
        try (BenchServer server = BenchServer.start(checkout.resolve("benchmarks/target"))) {
            Conditions conditions =
                    quick ? Conditions.quick(server, checkout, realData) : Conditions.whole(server, checkout, realData);
            for (Measurement measurement : chosen(only)) {
                report.say(measurement.name());
                measurement.run(conditions, report);
            }
            out.println("Conditions: " + conditions.text() + ".");
            out.println("Machine: " + machine(server) + "\n");
            report.table(out);
            report.json(json, machine(server));
            out.println("\nThe same as JSON, with every round: " + json.toAbsolutePath());
        }
    }

    private static List<Measurement> chosen(String only) {
        List<String> names = only.isEmpty() ? names() : List.of(only.split(","));
        if (!names().containsAll(names)) {
            throw new IllegalArgumentException("--only takes some of %s, not %s".formatted(names(), only));
        }
        return ALL.stream()
                .filter(measurement -> names.contains(measurement.name()))
                .toList();
    }

    private static List<String> names() {
        return ALL.stream().map(Measurement::name).toList();
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

    private static String property(String name, String otherwise) {
        @Nullable String value = System.getProperty(name);
        return value == null ? otherwise : value;
    }
}
