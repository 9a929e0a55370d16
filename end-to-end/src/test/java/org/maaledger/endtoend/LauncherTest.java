package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: the launcher practises once for each build, and whatever becomes of it the program starts. Method: a copy of the launcher whose Java
 * is a script that does as Java would and notes how it was called.
 */
class LauncherTest {

    /**
     * While the file {@code hold} is there, a practice goes on, and while {@code serve} is, a program whose call has what that file holds;
     * where {@code fail} is, a practice fails.
     */
    private static final String JAVA = """
            #!/bin/bash
            root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
            printf '%s\\n' "$*" >>"$root/calls"
            case "$*" in
              *jarmode=tools*) cp "${@: -5:1}" "${@: -1}" ;;
              *" practise "*)
                trap 'touch "$root/stopped"; exit 143' TERM
                env >"$root/environment"
                while [[ -e $root/hold ]]; do sleep 0.05; done
                [[ ! -e $root/fail ]] || { echo "made to fail"; exit 1; }
                for word; do [[ $word != -XX:AOTCacheOutput=* ]] || echo learned >"${word#*=}"; done
                ;;
              *) while [[ -e $root/serve && $* == *"$(cat "$root/serve")"* ]]; do sleep 0.05; done ;;
            esac
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private LauncherCopy copy;

    @BeforeEach
    void copy() throws IOException {
        copy = LauncherCopy.in(folder, JAVA);
        copy.program(program("first"));
    }

    @Test
    void practises_before_the_first_run_of_a_build_and_starts_with_what_was_learned() throws IOException {
        Program.Finished first = copy.run(Map.of());
        Program.Finished second = copy.run(Map.of());

        assertThat(first.exit()).as(first.output()).isZero();
        assertThat(first.output()).contains("Practising, once for each build").contains("done in");
        assertThat(second.output()).isEmpty();
        assertThat(copy.practices()).isEqualTo(1);
        Path prepared = copy.prepared().getFirst();
        assertThat(copy.calls().subList(2, 4))
                .allSatisfy(call -> assertThat(call)
                        .contains("-XX:AOTCache=" + prepared.resolve("classes.aot"))
                        .endsWith("-jar %s run"
                                .formatted(prepared.resolve(copy.jar().getFileName()))));
        assertThat(prepared.resolve("practice")).doesNotExist();
    }

    @Test
    void notices_another_build_though_its_jar_has_the_same_time_and_size_and_removes_what_the_first_left()
            throws IOException {
        copy.run(Map.of());
        List<Path> first = copy.prepared();
        copy.program(program("other"));
        assertThat(copy.run(Map.of("MAAL_BUILD", "never")).exit()).isZero();
        assertThat(last()).as("nothing of the first build is used").endsWith("-jar %s run".formatted(copy.jar()));

        copy.run(Map.of());

        assertThat(copy.practices()).isEqualTo(2);
        assertThat(copy.prepared()).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(last()).contains("-XX:AOTCache=" + copy.prepared().getFirst());
    }

    @Test
    void leaves_a_running_program_what_it_was_started_from() throws Exception {
        copy.run(Map.of());
        Path first = copy.prepared().getFirst();
        Path serve = Files.writeString(copy.resolve("serve"), first.toString());
        Process running = copy.launcher(Map.of(), "run").start();
        await(() -> copy.calls().size() == 4);

        copy.program(program("other"));
        copy.run(Map.of());
        assertThat(copy.prepared()).hasSize(2).contains(first);

        Files.delete(serve);
        assertThat(running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        copy.program(program("third"));
        copy.run(Map.of());
        assertThat(copy.prepared()).hasSize(1).doesNotContain(first);
    }

    @Test
    void practises_anew_for_another_java() throws IOException {
        copy.run(Map.of());
        Files.writeString(copy.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        copy.run(Map.of());
        assertThat(copy.practices()).isEqualTo(2);
    }

    @Test
    void tells_a_practice_nothing_of_the_users_settings() throws IOException {
        copy.run(Map.of(
                "MAAL_DATABASE_URL", "postgresql://db.example.org/ledger",
                "MAAL_JAVA_OPTS", "-Xmx1g",
                "SPRING_APPLICATION_JSON", "{}",
                "SERVER_PORT", "1",
                "JDK_JAVA_OPTIONS", "-Dmade=up"));
        assertThat(Files.readString(copy.resolve("environment")))
                .contains("PATH=")
                .doesNotContain("MAAL_")
                .doesNotContain("SPRING_")
                .doesNotContain("SERVER_")
                .doesNotContain("JAVA_OPTIONS");
        assertThat(copy.calls().get(1)).doesNotContain("-Xmx1g");
        assertThat(last()).contains("-Xmx1g");
    }

    @Test
    void does_without_a_practice_where_it_is_told_to_or_may_not_write_or_lacks_a_sign_in() throws IOException {
        assertThat(copy.run(Map.of("MAAL_PRACTICE", "never")).output()).isEmpty();
        assertThat(copy.run(Map.of("MAAL_BUILD", "never")).output()).isEmpty();
        assertThat(copy.run(Map.of("MAAL_JWKS_FILE", "")).output()).isEmpty();
        Files.writeString(copy.resolve(".maal/prepared"), "a file where the folder would be");
        assertThat(copy.run(Map.of()).output()).isEmpty();
        assertThat(copy.calls())
                .hasSize(4)
                .allSatisfy(call -> assertThat(call).endsWith("-jar %s run".formatted(copy.jar())))
                .noneSatisfy(call -> assertThat(call).contains("AOT"));
    }

    @Test
    void starts_from_the_jar_after_a_practice_that_failed_and_does_not_try_again() throws IOException {
        Files.createFile(copy.resolve("fail"));
        Program.Finished first = copy.run(Map.of());
        Program.Finished second = copy.run(Map.of());

        assertThat(first.exit()).isZero();
        assertThat(first.output()).contains("failed. It starts all the same");
        assertThat(Files.readString(Path.of(copy.prepared().getFirst() + ".log")))
                .contains("made to fail");
        assertThat(second.output()).isEmpty();
        assertThat(copy.practices()).isEqualTo(1);
        assertThat(last()).endsWith("-jar %s run".formatted(copy.jar()));
    }

    @Test
    void a_practice_that_is_told_to_stop_is_stopped_and_made_anew_by_the_next_start() throws Exception {
        Process interrupted = practising();
        interrupted.destroy();
        assertThat(interrupted.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(interrupted.exitValue()).isEqualTo(143);
        assertThat(copy.resolve("stopped")).exists();
        assertThat(copy.prepared()).isEmpty();
        assertThat(last()).as("it goes no further").contains(" practise ");

        Files.delete(copy.resolve("hold"));
        assertThat(copy.run(Map.of()).output()).contains("done in");
        assertThat(copy.practices()).isEqualTo(2);
    }

    @Test
    void a_practice_whose_launcher_was_killed_is_made_anew_when_it_has_ended() throws Exception {
        Process killed = practising();
        killed.destroyForcibly();
        assertThat(killed.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(copy.prepared()).hasSize(1);

        Process next = copy.launcher(Map.of(), "run").start();
        assertThat(next.waitFor(1, TimeUnit.SECONDS))
                .as("while the first goes on")
                .isFalse();
        Files.delete(copy.resolve("hold"));
        assertThat(next.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();

        assertThat(next.exitValue()).isZero();
        assertThat(copy.practices()).isEqualTo(2);
        assertThat(last()).contains("-XX:AOTCache=" + copy.prepared().getFirst());
    }

    @Test
    void two_that_start_at_once_practise_once() throws Exception {
        Process one = practising();
        Process other = copy.launcher(Map.of(), "run").redirectErrorStream(true).start();
        String waiting = "Waiting for another start, which practises";
        assertThat(new String(other.getInputStream().readNBytes(waiting.length()), StandardCharsets.UTF_8))
                .isEqualTo(waiting);
        Files.delete(copy.resolve("hold"));
        for (Process process : List.of(one, other)) {
            assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }
        assertThat(copy.practices()).isEqualTo(1);
        assertThat(copy.calls().stream().filter(call -> call.contains("-XX:AOTCache=")))
                .hasSize(2);
    }

    @Test
    void leaves_a_file_of_classes_to_whoever_names_one_to_java() throws IOException {
        copy.run(Map.of());
        copy.run(Map.of("MAAL_JAVA_OPTS", "-Xshare:off"));
        assertThat(last()).contains("-Xshare:off").doesNotContain("AOT").contains("prepared");
    }

    /** A start whose practice goes on for as long as the file {@code hold} is there. */
    private Process practising() throws Exception {
        Files.createFile(copy.resolve("hold"));
        Process process = copy.launcher(Map.of(), "run").start();
        await(() -> Files.exists(copy.resolve("environment")));
        return process;
    }

    private static void await(Callable<Boolean> fact) throws Exception {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!fact.call()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(20);
        }
    }

    private String last() throws IOException {
        return copy.calls().getLast();
    }

    private static byte[] program(String name) {
        return "the %s program".formatted(name).getBytes(StandardCharsets.UTF_8);
    }
}
