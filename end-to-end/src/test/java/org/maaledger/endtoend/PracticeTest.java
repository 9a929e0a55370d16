package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: Java really uses what a practice left, and says nothing about it. Method: the packaged program and a copy of the launcher; Java notes
 * where it takes each class from. In the short form what is practised is that the program prints its help.
 */
class PracticeTest {

    private static final String REAL = "exec '%s/bin/java' \"$@\"\n".formatted(System.getProperty("java.home"));
    private static final String SHORT = """
            #!/bin/bash
            [[ ${@: -2:1} != practise ]] || set -- "${@:1:$#-2}" help
            """ + REAL;

    private static final Duration START_MAX = Duration.ofMinutes(4);

    @TempDir
    private Path folder;

    @Test
    void java_takes_the_program_from_what_it_learned() throws IOException {
        LauncherCopy copy = LauncherCopy.in(folder, SHORT);
        copy.packagedProgram();

        Program.Finished finished = copy.run(Map.of("MAAL_JAVA_OPTS", noting()));

        assertThat(finished.output()).contains("done in").contains("MAAL_JWKS_FILE");
        assertThat(finished.output().lines())
                .as("words of Java's own about what it learned")
                .noneMatch(line -> line.startsWith("["));
        assertThat(Files.readString(classes()))
                .contains("org.maaledger.app.cli.LedgerCommandLine source: shared objects file");
    }

    @Test
    @Tag("full")
    void a_ledger_starts_with_what_a_whole_practice_left() throws Exception {
        LauncherCopy copy = LauncherCopy.in(folder, "#!/bin/bash\n" + REAL);
        copy.packagedProgram();
        Path said = folder.resolve("said");
        Map<String, String> settings = Map.of(
                "MAAL_JAVA_OPTS", noting(),
                "MAAL_PORT", Integer.toString(Program.freePort()),
                "MAAL_JWKS_FILE", Keys.in(folder).file().toString());
        Process process = copy.launcher(settings, "run")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            Instant deadline = Instant.now().plus(START_MAX);
            while (!Files.readString(said).contains("MAA Ledger is ready.")) {
                assertThat(process.isAlive() && Instant.now().isBefore(deadline))
                        .as(Files.readString(said))
                        .isTrue();
                Thread.sleep(200);
            }
        } finally {
            process.destroy();
            process.waitFor();
        }
        assertThat(Files.readString(said))
                .contains("Practising")
                .contains("done in")
                .doesNotContain("[aot");
        assertThat(copy.prepared())
                .hasSize(1)
                .allSatisfy(prepared -> assertThat(prepared.resolve("practice")).doesNotExist());
        assertThat(Files.readString(classes()))
                .as("what only a ledger that is used needs")
                .contains("org.maaledger.command.reading.ReadingCommand$RecordReading source: shared objects file");
    }

    /** Options that let Java note in {@link #classes} where it takes each class from. */
    private String noting() {
        return "-Xlog:class+load=info:file=" + classes();
    }

    private Path classes() {
        return folder.resolve("classes");
    }
}
