package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The container engine of this machine, through its commands. */
final class Engine {

    /** A command that starts an engine and gives it the base images, where no registry is within reach. */
    private static final String STAND_INS = "MAAL_CONTAINER_STAND_INS";

    private static final List<String> BASES =
            List.of("eclipse-temurin:25-jre", "postgres:" + System.getenv().getOrDefault("POSTGRES_VERSION", "15"));

    /** An engine that does not answer within this time is none. */
    private static final Duration ANSWER_MAX = Duration.ofMinutes(1);

    private static final Duration PULL_MAX = Duration.ofMinutes(4);
    private static final Duration WORK_MAX = Duration.ofMinutes(10);

    private Engine() {}

    /** What was found here: how containers are brought up, or what is lacking for that. */
    private record Found(String compose, @Nullable String lacks) {}

    /** Looked for once: a registry that does not answer costs its time once, and not once for every test. */
    private static final class Once {
        static final Found FOUND = find();

        private Once() {}
    }

    /**
     * How the containers of a file are brought up here: {@code docker-compose} or {@code docker compose}. Whoever has no engine,
     * may not use it, or gets no base images, cannot run the test; whoever says how to get them wants it run.
     */
    static String compose() {
        String lacks = Once.FOUND.lacks();
        if (lacks != null && System.getenv(STAND_INS) != null) {
            throw new AssertionError("the test of the containers needs " + lacks);
        }
        assumeThat(lacks == null)
                .as("the test of the containers needs " + lacks)
                .isTrue();
        return Once.FOUND.compose();
    }

    private static Found find() {
        String standIns = System.getenv(STAND_INS);
        if (standIns != null) {
            Program.Finished made = run(WORK_MAX, "bash", "-c", standIns);
            if (made.exit() != 0) {
                return new Found("", "what '%s' makes, which failed: %s".formatted(standIns, made.output()));
            }
        }
        if (run(ANSWER_MAX, "docker", "info").exit() != 0) {
            return new Found("", "a container engine that this user may use (docker info)");
        }
        String compose = run(ANSWER_MAX, "docker-compose", "version").exit() == 0 ? "docker-compose" : "docker compose";
        if (run(ANSWER_MAX, "bash", "-c", compose + " version").exit() != 0) {
            return new Found("", "docker-compose, or docker with its part compose");
        }
        for (String base : BASES) {
            boolean there = run(ANSWER_MAX, "docker", "image", "inspect", base).exit() == 0
                    || run(PULL_MAX, "docker", "pull", "-q", base).exit() == 0;
            if (!there) {
                return new Found("", "the image %s, here or from a registry".formatted(base));
            }
        }
        return new Found(compose, null);
    }

    /** What {@code docker} answers to a question that it has to be able to answer. */
    static String docker(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "docker";
        System.arraycopy(words, 0, command, 1, words.length);
        Program.Finished finished = run(WORK_MAX, command);
        assertThat(finished.exit())
                .as("%s: %s", String.join(" ", command), finished.output())
                .isZero();
        return finished.output().strip();
    }

    /** Runs a command to its end; a shell looks for it, and ends with 127 where there is none. */
    private static Program.Finished run(Duration max, String... command) {
        List<String> words = new ArrayList<>(List.of("bash", "-c", "exec \"$@\"", "bash"));
        words.addAll(List.of(command));
        return Command.run(new ProcessBuilder(words), max);
    }

    static Program.Finished run(ProcessBuilder command) {
        return Command.run(command, WORK_MAX);
    }
}
