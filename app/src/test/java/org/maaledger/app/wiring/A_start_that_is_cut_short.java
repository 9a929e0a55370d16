package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.maaledger.app.MaaLedger;

/**
 * Aim: a program that is told to stop while it starts leaves no database behind. Method: a process of its own, told so as soon as
 * its database has a process.
 */
class A_start_that_is_cut_short {

    @TempDir
    Path folder;

    @Test
    void takes_its_database_with_it() throws Exception {
        Path keys = folder.resolve("keys.json");
        Files.writeString(keys, TestLedger.SIGN_IN.publishedKeys());
        Path data = folder.resolve("data");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                MaaLedger.class.getName(),
                "run");
        builder.environment().put("MAAL_DATA", data.toString());
        builder.environment().put("MAAL_PORT", "0");
        builder.environment().put("MAAL_JWKS_FILE", keys.toString());
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        Process process = builder.start();
        ProcessHandle database = await(data.resolve("postgres/cluster/postmaster.pid"), process);
        process.destroy();
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(database.onExit().get(60, TimeUnit.SECONDS).isAlive()).isFalse();
        assertThat(data.resolve("postgres/cluster/postmaster.pid")).doesNotExist();
        assertThat(Files.readString(folder.resolve("output")))
                .as("it had not finished starting")
                .doesNotContain("is ready");
    }

    /** The process of the database, as soon as its file names it. */
    private static ProcessHandle await(Path file, Process starter) throws Exception {
        while (starter.isAlive()) {
            if (Files.exists(file)) {
                List<String> lines = Files.readAllLines(file);
                Optional<ProcessHandle> found = lines.isEmpty()
                        ? Optional.empty()
                        : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
                if (found.isPresent()) {
                    return found.get();
                }
            }
            Thread.sleep(5);
        }
        throw new AssertionError("the program ended before it had a database");
    }
}
