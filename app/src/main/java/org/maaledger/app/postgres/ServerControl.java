package org.maaledger.app.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.settings.CannotStart;

/** PostgreSQL's own {@code initdb} and {@code pg_ctl} on one folder. */
final class ServerControl {

    /** How long a server may take to recover after a crash before it answers. */
    private static final String WAIT_SECONDS = "120";

    private final Path folder;
    private final Path cluster;
    private final ServerPrograms programs;
    private final ServerAccount account;

    /**
     * Control of the server in {@code folder}, which holds its database folder and its log file.
     *
     * @param programs where PostgreSQL's programs lie
     */
    ServerControl(Path folder, ServerPrograms programs, ServerAccount account) {
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.programs = programs;
        this.account = account;
    }

    boolean isInitialised() {
        return Files.exists(cluster.resolve("PG_VERSION"));
    }

    /** Makes an empty database folder: aside first, so that an interrupted start leaves nothing half made in its place. */
    void initialise(String password) throws IOException {
        Path aside = folder.resolve("cluster.new");
        Path passwordFile = folder.resolve("password");
        ServerPrograms.delete(aside);
        Secrets.writePrivately(passwordFile, password + "\n");
        account.give(folder);
        try {
            run(List.of(
                    programs.command("initdb"),
                    "--pgdata=" + aside,
                    "--username=" + FirstSetUp.SUPERUSER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums",
                    "--no-instructions"));
        } finally {
            Files.deleteIfExists(passwordFile);
        }
        Files.move(aside, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Refuses a database folder made by another major version, which these programs cannot read. */
    void refuseOtherVersion() throws IOException {
        String version = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!version.equals(ServerPrograms.MAJOR)) {
            throw new CannotStart(
                    "The data folder %s was made by PostgreSQL %s and this program ships %s: start the release of MAA Ledger that made it, or move its data to a server."
                            .formatted(folder.getParent(), version, ServerPrograms.VERSION));
        }
    }

    /** Ends a server that outlived the process which started it; what it had committed is in the folder. */
    void stopLeftOver() throws IOException {
        Optional<ProcessHandle> left = process();
        if (left.isPresent()) {
            stop();
        } else {
            Files.deleteIfExists(cluster.resolve("postmaster.pid"));
        }
    }

    void start(int port) throws IOException {
        Path log = folder.resolve("server.log");
        long before = Files.exists(log) ? Files.size(log) : 0;
        try {
            run(List.of(
                    programs.command("pg_ctl"),
                    "start",
                    "--pgdata=" + cluster,
                    "--wait",
                    "--timeout=" + WAIT_SECONDS,
                    "--log=" + log,
                    "--options=" + options(port)));
        } catch (CannotStart e) {
            throw explained(newLines(log, before), e);
        }
    }

    void stop() {
        run(List.of(
                programs.command("pg_ctl"),
                "stop",
                "--pgdata=" + cluster,
                "--mode=fast",
                "--wait",
                "--timeout=" + WAIT_SECONDS));
    }

    /** Stops the server if it is still there: one that was killed needs no stopping, and the next start mends what it left. */
    void stopIfAlive() {
        try {
            stop();
        } catch (CannotStart e) {
            if (isAlive()) {
                throw e;
            }
        }
    }

    private boolean isAlive() {
        try {
            return process().isPresent();
        } catch (IOException e) {
            throw DataFolder.unwritable(folder, e);
        }
    }

    /** The server's process, if one is alive for this very folder; a number left by an earlier boot may be another program's. */
    Optional<ProcessHandle> process() throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(file);
        return lines.stream()
                .findFirst()
                .map(String::strip)
                .filter(pid -> pid.matches("[0-9]{1,10}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .filter(handle -> servesThisFolder(handle.pid()));
    }

    private boolean servesThisFolder(long pid) {
        try {
            String words =
                    Files.readString(Path.of("/proc", Long.toString(pid), "cmdline"), StandardCharsets.ISO_8859_1);
            return words.contains("postgres") && words.contains(cluster.toString());
        } catch (IOException e) {
            return false;
        }
    }

    /** What makes a commit durable stands on the command line, where no file and no ALTER SYSTEM can undo it. */
    private static String options(int port) {
        List<String> settings = List.of(
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=''",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "password_encryption=scram-sha-256",
                "max_connections=100",
                "timezone=UTC",
                "log_timezone=UTC");
        List<String> words = new ArrayList<>();
        settings.forEach(setting -> words.add("-c " + setting));
        return String.join(" ", words);
    }

    private void run(List<String> words) {
        List<String> command = account.command(words);
        try {
            // A file and not a pipe: the server inherits it and would keep a pipe open for ever.
            Path output = Files.createTempFile("maal-postgres", ".out");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile())
                        .start();
                int exit = process.waitFor();
                if (exit != 0) {
                    throw explained(Files.readString(output), null);
                }
            } finally {
                Files.deleteIfExists(output);
            }
        } catch (IOException e) {
            throw DataFolder.unwritable(folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was working.", e);
        }
    }

    private CannotStart explained(String words, @Nullable CannotStart cause) {
        if (DiskTrouble.explains(words, folder)) {
            return DiskTrouble.full(folder);
        }
        String fatal = words.lines()
                .filter(line -> line.contains("FATAL") || line.contains("PANIC") || line.contains("error:"))
                .reduce((first, last) -> last)
                .orElseGet(() ->
                        words.strip().lines().reduce((first, last) -> last).orElse("it said nothing"));
        String line = "PostgreSQL did not do its part in %s: %s".formatted(folder, fatal.strip());
        return cause == null ? new CannotStart(line) : new CannotStart(line, cause);
    }

    private static String newLines(Path log, long from) throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] bytes = Files.readAllBytes(log);
        int start = (int) Math.min(from, bytes.length);
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }
}
