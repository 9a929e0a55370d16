package org.maaledger.bench.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for what a measured program writes; gone when it is closed. */
record WorkFolder(Path path) implements AutoCloseable {

    static WorkFolder in(Path checkout, String name) throws IOException {
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
