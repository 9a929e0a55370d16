package org.maaledger.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A command of this machine, run to its end or to the end of its time. */
final class Command {

    /** What a command exits with whose time was up, as with {@code timeout} of the GNU core utilities. */
    static final int TIME_WAS_UP = 124;

    private Command() {}

    /**
     * Runs {@code command}, with errors among its output. When {@code max} is over, it and all that it started are killed, and what it
     * had printed ends with a line that says so. The output goes to a file: reading it from a pipe would wait for its end without bound.
     */
    static Program.Finished run(ProcessBuilder command, Duration max) {
        try {
            Path output = Files.createTempFile("command", ".log");
            try {
                Process process = command.redirectErrorStream(true)
                        .redirectInput(ProcessBuilder.Redirect.from(
                                Path.of("/dev/null").toFile()))
                        .redirectOutput(output.toFile())
                        .start();
                boolean ended = ended(process, max);
                String said = Files.readString(output);
                return ended
                        ? new Program.Finished(process.exitValue(), said)
                        : new Program.Finished(TIME_WAS_UP, said + "\nkilled, as it had not ended within " + max);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean ended(Process process, Duration max) {
        boolean ended = false;
        try {
            ended = process.waitFor(max.toMillis(), TimeUnit.MILLISECONDS);
            return ended;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            if (!ended) {
                List<ProcessHandle> family = process.descendants().toList();
                process.destroyForcibly();
                family.forEach(ProcessHandle::destroyForcibly);
            }
        }
    }
}
