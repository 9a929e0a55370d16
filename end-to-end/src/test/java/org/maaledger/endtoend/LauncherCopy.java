package org.maaledger.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The launcher in a folder of its own, where the programs count as built. Its Java is a script that notes how it was called, so that much
 * of the launcher can be tried in little time.
 */
final class LauncherCopy {

    private static final Duration COMMAND_MAX = Duration.ofMinutes(4);

    /** Every build gives its jars this time. */
    private static final FileTime BUILT = FileTime.from(Instant.parse("2026-01-01T00:00:00Z"));

    private final Path root;

    private LauncherCopy(Path root) {
        this.root = root;
    }

    /** A copy whose Java is {@code java}, a script, and whose program is still to be put there. */
    static LauncherCopy in(Path root, String java) throws IOException {
        LauncherCopy copy = new LauncherCopy(root);
        Files.createDirectories(root.resolve("launcher"));
        Files.copy(Program.CHECKOUT.resolve("maal"), root.resolve("maal"));
        Files.copy(Program.CHECKOUT.resolve("pom.xml"), root.resolve("pom.xml"));
        try (Stream<Path> parts = Files.list(Program.CHECKOUT.resolve("launcher"))) {
            for (Path part : parts.toList()) {
                Files.copy(part, root.resolve("launcher").resolve(part.getFileName()));
            }
        }
        copy.script("jdk/bin/java", java);
        copy.script("jdk/bin/javac", "#!/bin/sh\n");
        copy.write("jdk/release", "JAVA_VERSION=\"25\"\n".getBytes(StandardCharsets.UTF_8));
        copy.write("demo/target/" + packaged("demo").getFileName(), new byte[0]);
        copy.write(".maal/built", new byte[0]);
        return copy;
    }

    private static Path packaged(String module) throws IOException {
        try (Stream<Path> files = Files.list(Program.CHECKOUT.resolve(module).resolve("target"))) {
            return files.filter(file -> file.toString().endsWith("-exec.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Puts another program in place of the first, as a build does. */
    void program(byte[] program) throws IOException {
        Path jar = jar();
        write(root.relativize(jar).toString(), program);
        Files.setLastModifiedTime(jar, BUILT);
    }

    /** Puts the program there that the build has made. */
    void packagedProgram() throws IOException {
        Files.createDirectories(jar().getParent());
        Files.createSymbolicLink(jar(), packaged("app"));
    }

    Path jar() throws IOException {
        return root.resolve("app/target").resolve(packaged("app").getFileName());
    }

    Path resolve(String name) {
        return root.resolve(name);
    }

    /** Folders that were prepared, or begun. */
    List<Path> prepared() throws IOException {
        Path folder = root.resolve(".maal/prepared");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    /** How Java was called so far, a line for each time. */
    List<String> calls() throws IOException {
        Path calls = root.resolve("calls");
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }

    long practices() throws IOException {
        return calls().stream().filter(call -> call.contains(" practise ")).count();
    }

    /** {@code ./maal run} to its end; its Java comes to it at once. */
    Program.Finished run(Map<String, String> settings) {
        return Command.run(launcher(settings, "run"), COMMAND_MAX);
    }

    ProcessBuilder launcher(Map<String, String> settings, String... words) {
        ProcessBuilder builder = Program.launcher(List.of(words), root, Map.of());
        builder.command().set(0, root.resolve("maal").toString());
        builder.environment().remove("MAAL_BUILD");
        builder.environment().put("JAVA_HOME", root.resolve("jdk").toString());
        builder.environment().put("MAAL_JWKS_FILE", root.resolve("keys.json").toString());
        builder.environment().putAll(settings);
        return builder;
    }

    private void script(String name, String text) throws IOException {
        write(name, text.getBytes(StandardCharsets.UTF_8));
        Files.setPosixFilePermissions(root.resolve(name), PosixFilePermissions.fromString("rwx------"));
    }

    private void write(String name, byte[] content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(
                file,
                content,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
    }
}
