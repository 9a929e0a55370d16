package org.maaledger.bench.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The packaged program as a process of its own, started by the launcher as people start it. */
final class LedgerProgram implements AutoCloseable {

    /** What a practice left, where Java uses it. */
    private static final String LEARNED = "/classes.aot";

    private static final Duration START_MAX = Duration.ofMinutes(10);
    private static final Duration STOP_MAX = Duration.ofSeconds(60);

    private final Process process;
    private final Path output;
    private final int port;
    private final Duration startedIn;

    private LedgerProgram(Process process, Path output, int port, Duration startedIn) {
        this.process = process;
        this.output = output;
        this.port = port;
        this.startedIn = startedIn;
    }

    /**
     * Starts {@code ./maal COMMAND} in {@code checkout} and waits until it is ready.
     *
     * @param folder where its data and its output lie
     */
    static LedgerProgram start(Path checkout, String command, Path folder, Map<String, String> environment)
            throws IOException {
        int port = freePort();
        Path output = Files.createTempFile(folder, command, ".log");
        long begin = System.nanoTime();
        Process process = launcher(checkout, List.of(command), folder, port, environment)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        while (!ready(port)) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begin);
            if (!process.isAlive() || waited.compareTo(START_MAX) > 0) {
                process.destroy();
                throw new IOException("./maal %s did not come up: %s".formatted(command, Files.readString(output)));
            }
            pause(Duration.ofMillis(20));
        }
        return new LedgerProgram(process, output, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    /**
     * Runs {@code ./maal ARGUMENTS} of {@code checkout}, asking this program, to its end; gives what it printed.
     *
     * @param fine what it may exit with
     */
    String command(
            Path checkout, Path folder, Map<String, String> environment, List<String> arguments, Set<Integer> fine)
            throws IOException {
        Process asking = launcher(checkout, arguments, folder, port, environment)
                .redirectErrorStream(true)
                .start();
        String said = new String(asking.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (await(asking, START_MAX) && fine.contains(asking.exitValue())) {
            return said;
        }
        throw new IOException("./maal %s ended badly: %s".formatted(arguments, said));
    }

    int port() {
        return port;
    }

    /** From the start of the process until it said that it was ready. */
    Duration startedIn() {
        return startedIn;
    }

    /** In words, for the settings of a figure: which of its two ways of starting the program it has. */
    String way() throws IOException {
        Path mapped = Path.of("/proc", Long.toString(process.pid()), "maps");
        boolean learned = Files.isReadable(mapped)
                && Files.readAllLines(mapped).stream().anyMatch(line -> line.endsWith(LEARNED));
        return learned ? "started with what a practice left" : "started without what a practice leaves";
    }

    /** This process and all that it has started, such as its database. */
    List<ProcessHandle> family() {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        family.add(process.toHandle());
        return family;
    }

    /** Waits until every projection holds what is in the log now. */
    void awaitLevel(String token) throws IOException {
        try (Connection connection = new Connection(port, token)) {
            long head = 0;
            long end = System.nanoTime() + START_MAX.toNanos();
            while (System.nanoTime() < end) {
                JsonNode projections =
                        connection.get("/v1/projections").good().json().path("projections");
                long least = Long.MAX_VALUE;
                for (JsonNode projection : projections) {
                    head = Math.max(head, projection.path("head").asLong());
                    least = Math.min(least, projection.path("position").asLong());
                }
                if (least >= head) {
                    return;
                }
                pause(Duration.ofMillis(100));
            }
            throw new IOException("the projections are not level after " + START_MAX);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        if (!await(process, STOP_MAX)) {
            process.destroyForcibly();
            throw new IOException(
                    "the program did not stop within %s: %s".formatted(STOP_MAX, Files.readString(output)));
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static ProcessBuilder launcher(
            Path checkout, List<String> arguments, Path folder, int port, Map<String, String> environment) {
        List<String> words = new ArrayList<>(List.of(checkout.resolve("maal").toString()));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("MAAL_"));
        builder.environment().put("MAAL_DATA", folder.resolve("data").toString());
        builder.environment().put("MAAL_PORT", Integer.toString(port));
        builder.environment().put("MAAL_URL", "http://localhost:" + port);
        builder.environment().put("MAAL_BUILD", "never");
        builder.environment().putAll(environment);
        return builder;
    }

    private static boolean ready(int port) {
        try (Connection connection = new Connection(port, "")) {
            return connection.get("/actuator/health/readiness").status() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static boolean await(Process process, Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
