package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The container engine of this machine, through its commands. */
final class Engine {

    /** A command that starts an engine and gives it the base images, where no registry is within reach. */
    private static final String STAND_INS = "MAAL_CONTAINER_STAND_INS";

    private static final List<String> BASES =
            List.of("eclipse-temurin:25-jre", "postgres:" + System.getenv().getOrDefault("POSTGRES_VERSION", "15"));

    private static final long MINUTES_MAX = 10;

    private Engine() {}

    /**
     * How the containers of a file are brought up here: {@code docker-compose} or {@code docker compose}. Whoever has no engine,
     * may not use it, or gets no base images, cannot run the test; whoever says how to get them wants it run.
     */
    static String compose() {
        String standIns = System.getenv(STAND_INS);
        if (standIns != null) {
            Program.Finished made = run("bash", "-c", standIns);
            assertThat(made.exit()).as("%s: %s", standIns, made.output()).isZero();
        }
        need(run("docker", "info").exit() == 0, "a container engine that this user may use (docker info)");
        String compose = run("docker-compose", "version").exit() == 0 ? "docker-compose" : "docker compose";
        need(run("bash", "-c", compose + " version").exit() == 0, "docker-compose, or docker with its part compose");
        for (String base : BASES) {
            boolean there = run("docker", "image", "inspect", base).exit() == 0
                    || run("docker", "pull", "-q", base).exit() == 0;
            need(there, "the image %s, here or from a registry".formatted(base));
        }
        return compose;
    }

    private static void need(boolean met, String what) {
        if (System.getenv(STAND_INS) == null) {
            assumeThat(met).as("the test of the containers needs " + what).isTrue();
        } else {
            assertThat(met).as("the test of the containers needs " + what).isTrue();
        }
    }

    /** What {@code docker} answers to a question that it has to be able to answer. */
    static String docker(String... words) {
        String[] command = new String[words.length + 1];
        command[0] = "docker";
        System.arraycopy(words, 0, command, 1, words.length);
        Program.Finished finished = run(command);
        assertThat(finished.exit())
                .as("%s: %s", String.join(" ", command), finished.output())
                .isZero();
        return finished.output().strip();
    }

    /** Runs a command to its end; a shell looks for it, and ends with 127 where there is none. */
    private static Program.Finished run(String... command) {
        List<String> words = new ArrayList<>(List.of("bash", "-c", "exec \"$@\"", "bash"));
        words.addAll(List.of(command));
        return run(new ProcessBuilder(words));
    }

    static Program.Finished run(ProcessBuilder command) {
        try {
            Process process = command.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(MINUTES_MAX, TimeUnit.MINUTES)).isTrue();
            return new Program.Finished(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
