package org.maaledger.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged program as a process of its own, started through the launcher as a user would start it, in a data folder and on a
 * port of its own.
 */
final class Program implements AutoCloseable {

    /** The root of the checkout, where the launcher lies. */
    static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();

    private static final Duration START_MAX = Duration.ofMinutes(4);
    private static final Duration STOP_MAX = Duration.ofSeconds(90);

    private final Process process;
    private final Path output;
    private final int port;

    private Program(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Starts {@code ./maal COMMAND} and waits until it answers over HTTP. */
    static Program start(String command, Path folder, Map<String, String> environment) {
        Program program = launch(List.of(command), folder, environment);
        Instant deadline = Instant.now().plus(START_MAX);
        while (!program.answers()) {
            if (!program.process.isAlive() || Instant.now().isAfter(deadline)) {
                String said = program.output();
                program.close();
                throw new AssertionError("./maal %s did not come up. It said:%n%s".formatted(command, said));
            }
            pause();
        }
        return program;
    }

    /** Starts {@code ./maal ARGUMENTS} without waiting for anything. */
    static Program launch(List<String> arguments, Path folder, Map<String, String> environment) {
        int port = environment.containsKey("MAAL_PORT") ? Integer.parseInt(environment.get("MAAL_PORT")) : freePort();
        try {
            Path output = Files.createTempFile(folder, "program", ".log");
            ProcessBuilder builder = launcher(arguments, folder, environment);
            builder.environment().put("MAAL_PORT", Integer.toString(port));
            Process process = builder.redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            return new Program(process, output, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs {@code ./maal ARGUMENTS} to its end. */
    static Finished run(List<String> arguments, Path folder, Map<String, String> environment) {
        try (Program program = launch(arguments, folder, environment)) {
            if (!program.process.waitFor(START_MAX.toSeconds(), TimeUnit.SECONDS)) {
                throw new AssertionError("./maal %s did not end: %s".formatted(arguments, program.output()));
            }
            return new Finished(program.process.exitValue(), program.output());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How a command ended, and all it printed. */
    record Finished(int exit, String output) {}

    /** A request path of this program as a full address. */
    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    int port() {
        return port;
    }

    boolean running() {
        return process.isAlive();
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kills the Java process as {@code kill -9} does: nothing of it can tidy up. */
    void kill() {
        process.descendants().filter(Program::isJava).forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        await(process);
    }

    /** Tells the program to stop, as whoever supervises it does, and waits until it has; what it exits with. */
    int terminate() {
        process.destroy();
        if (!await(process)) {
            throw new AssertionError("the program did not stop within " + STOP_MAX + ". It said:\n" + output());
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        List<ProcessHandle> family = process.descendants().toList();
        process.destroy();
        if (!await(process)) {
            family.forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("the program did not stop within " + STOP_MAX + ". It said:\n" + output());
        }
    }

    private boolean answers() {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(at("/v3/api-docs"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isJava(ProcessHandle handle) {
        return handle.info().command().map(command -> command.endsWith("/java")).orElse(false);
    }

    private static boolean await(Process process) {
        try {
            return process.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The launcher, in a clean environment in which it takes the programs as they are packaged. */
    static ProcessBuilder launcher(List<String> arguments, Path folder, Map<String, String> environment) {
        java.util.ArrayList<String> command = new java.util.ArrayList<>();
        command.add(CHECKOUT.resolve("maal").toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        Map<String, String> clean = new LinkedHashMap<>(builder.environment());
        clean.keySet().removeIf(name -> name.startsWith("MAAL_"));
        builder.environment().keySet().retainAll(clean.keySet());
        builder.environment().put("MAAL_DATA", folder.resolve("data").toString());
        builder.environment().put("MAAL_BUILD", "never");
        builder.environment().putAll(environment);
        return builder;
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
