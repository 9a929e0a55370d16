package org.maaledger.bench.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Memory of processes as Linux shares it out: of a page that several use, each is charged its part (PSS, see proc(5)). */
final class ProportionalMemory {

    private ProportionalMemory() {}

    /** Of {@code program} and of every process that works in {@code folder}, such as its database. */
    static double megabytes(LedgerProgram program, Path folder) throws IOException {
        List<Long> family = program.family().stream().map(ProcessHandle::pid).toList();
        double kilobytes = 0;
        boolean database = false;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(path -> path.getFileName().toString().matches("\\d+"))
                    .toList()) {
                long pid = Long.parseLong(process.getFileName().toString());
                boolean ofDatabase = worksIn(process, folder);
                database |= ofDatabase;
                if (ofDatabase || family.contains(pid)) {
                    kilobytes += pss(process);
                }
            }
        }
        if (!database) {
            throw new IOException("no process of a database works in " + folder);
        }
        return kilobytes / 1024;
    }

    private static boolean worksIn(Path process, Path folder) {
        try {
            return Files.readSymbolicLink(process.resolve("cwd")).startsWith(folder.resolve("data"));
        } catch (IOException gone) {
            return false;
        }
    }

    private static double pss(Path process) throws IOException {
        try {
            return Files.readAllLines(process.resolve("smaps_rollup")).stream()
                    .filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")))
                    .sum();
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }
}
