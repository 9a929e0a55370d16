package org.maaledger.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for what is written while something is measured; gone, with all in it, when it is closed. */
public record WorkFolder(Path path) implements AutoCloseable {

    /** A new one among what the build of {@code checkout} makes, its name beginning with {@code name}. */
    public static WorkFolder in(Path checkout, String name) throws IOException {
        Path target = checkout.resolve("benchmarks").resolve("target");
        Files.createDirectories(target);
        return new WorkFolder(Files.createTempDirectory(target, name).toRealPath());
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
