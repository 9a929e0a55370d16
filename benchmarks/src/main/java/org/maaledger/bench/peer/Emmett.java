package org.maaledger.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.maaledger.bench.BenchServer;

/** An event store of another world, for Node: appends alone, without commands, aggregates or rules. */
public final class Emmett {

    /** How it was tuned, in words. */
    public static final String SETTINGS =
            "@event-driven-io/emmett-postgresql 0.42.0 on Node, appends alone without aggregates or rules,"
                    + " an empty store at the start, connections = appends in flight";

    private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc", "append.mjs");
    private static final Duration INSTALLING_MAX = Duration.ofMinutes(3);
    private static final Duration MORE_THAN_THE_TIME = Duration.ofSeconds(60);

    private final Path folder;
    private final String address;

    private Emmett(Path folder, String address) {
        this.folder = folder;
        this.address = address;
    }

    /** What came of one round. */
    public record Sample(double perSecond, double p50Millis, double p99Millis) {}

    /** It cannot be measured here; the message says why. */
    public static final class NotHere extends Exception {
        NotHere(String why) {
            super(why);
        }
    }

    /**
     * Installs it, outside of the sources, and makes its database.
     *
     * @param mayInstall whether it may be fetched from npm's registry where it is not installed yet
     */
    public static Emmett install(BenchServer server, String database, Path checkout, boolean mayInstall)
            throws NotHere, IOException, InterruptedException, SQLException {
        Path target = checkout.resolve("benchmarks/target");
        Path folder = target.resolve("emmett");
        if (run(target, Duration.ofSeconds(10), "node", "--version").isEmpty()) {
            throw new NotHere("Node is not installed");
        }
        boolean installed = Files.isDirectory(folder.resolve("node_modules/@event-driven-io"));
        if (!installed && !mayInstall) {
            throw new NotHere("it is not installed; the long form installs it");
        }
        Files.createDirectories(folder);
        for (String file : FILES) {
            Files.copy(
                    checkout.resolve("benchmarks/src/main/emmett").resolve(file),
                    folder.resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        if (!installed
                && run(folder, INSTALLING_MAX, "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                        .isEmpty()) {
            throw new NotHere("npm is not installed, or its registry cannot be reached");
        }
        server.create(database);
        String address = server.url(database).replace("jdbc:postgresql://", "postgresql://" + BenchServer.OWNER + "@");
        return new Emmett(folder, address);
    }

    /** Appends one event after the other, {@code inFlight} at a time, to {@code streams} streams for {@code time}. */
    public Sample append(int inFlight, int streams, int bytes, Duration leadIn, Duration time)
            throws IOException, InterruptedException {
        List<Object> settings = List.of(inFlight, streams, bytes, leadIn.toMillis(), time.toMillis());
        String[] command = new String[settings.size() + 3];
        command[0] = "node";
        command[1] = "append.mjs";
        command[2] = address;
        for (int i = 0; i < settings.size(); i++) {
            command[i + 3] = settings.get(i).toString();
        }
        String json = run(folder, leadIn.plus(time).plus(MORE_THAN_THE_TIME), command)
                .orElseThrow(() -> new IllegalStateException("the load on emmett-postgresql failed"));
        JsonNode told = JsonMapper.builder().build().readTree(json);
        return new Sample(
                told.required("perSecond").doubleValue(),
                told.required("p50Millis").doubleValue(),
                told.required("p99Millis").doubleValue());
    }

    /** What a program wrote to its standard output; empty if it cannot be started, takes longer than {@code max}, or fails. */
    private static Optional<String> run(Path folder, Duration max, String... command)
            throws IOException, InterruptedException {
        Path out = Files.createTempFile("emmett", ".json");
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD);
            builder.environment().putAll(Map.of("NO_COLOR", "1"));
            Process process;
            try {
                process = builder.start();
            } catch (IOException e) {
                return Optional.empty();
            }
            if (!process.waitFor(max.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
                return Optional.empty();
            }
            return process.exitValue() == 0
                    ? Optional.of(Files.readString(out, StandardCharsets.UTF_8))
                    : Optional.empty();
        } finally {
            Files.delete(out);
        }
    }
}
