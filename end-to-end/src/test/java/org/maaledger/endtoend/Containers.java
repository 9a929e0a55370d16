package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The containers of docker-compose.yml under a name, an image and a port of their own, brought up in a folder that holds what README
 * uses of the checkout. Nothing is left of them when they are closed.
 */
final class Containers implements AutoCloseable {

    private static final Duration HEALTHY_WITHIN = Duration.ofMinutes(4);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

    /** The address that README names. */
    private static final String ADDRESS = "http://localhost:8080";

    private final Path folder;
    private final String compose;
    private final int port = Program.freePort();
    private final String name = "maal-test-" + port;

    private Containers(Path folder, String compose) {
        this.folder = folder;
        this.compose = compose;
    }

    /** Containers that are not there yet, brought up by {@code compose} with what is copied to {@code folder}. */
    static Containers in(Path folder, String compose) throws IOException {
        Files.createDirectories(folder.resolve("containers"));
        for (String file : List.of("docker-compose.yml", "containers/users.sql")) {
            Files.copy(Program.CHECKOUT.resolve(file), folder.resolve(file));
        }
        Files.createSymbolicLink(folder.resolve("maal"), Program.CHECKOUT.resolve("maal"));
        return new Containers(folder, compose);
    }

    /** Types commands of README. */
    void type(List<Readme.Step> steps) throws IOException {
        new ReadmeShell(shell(), folder.resolve("readme.sh"), this::here).type(steps);
    }

    private String here(String command) {
        return command.replace(ADDRESS, "http://localhost:" + port).replace("docker-compose", compose);
    }

    /** Runs a command of compose. */
    String compose(String words) {
        Program.Finished finished = Engine.run(shell().command("bash", "-c", compose + " " + words));
        assertThat(finished.exit())
                .as("%s %s: %s", compose, words, finished.output())
                .isZero();
        return finished.output();
    }

    private ProcessBuilder shell() {
        Map<String, String> own = Map.of(
                "COMPOSE_PROJECT_NAME",
                name,
                "COMPOSE_FILE",
                "docker-compose.yml",
                "MAAL_IMAGE",
                name,
                "MAAL_PORT",
                Integer.toString(port));
        return Program.launcher(List.of(), folder, own);
    }

    /** A request path of the ledger as a full address. */
    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    /** What the engine knows of the container of {@code service}, in the form of {@code docker inspect --format}. */
    String fact(String service, String format) {
        return Engine.docker("inspect", "--format", format, container(service));
    }

    /** The container of {@code service}, running or not. */
    String container(String service) {
        String found = Engine.docker(
                "ps",
                "--all",
                "--quiet",
                "--filter",
                "label=com.docker.compose.project=" + name,
                "--filter",
                "label=com.docker.compose.service=" + service);
        assertThat(found.lines()).as("containers of " + service).hasSize(1);
        return found;
    }

    void awaitHealthy(String service) {
        Instant deadline = Instant.now().plus(HEALTHY_WITHIN);
        while (!fact(service, "{{.State.Health.Status}}").equals("healthy")) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("%s is not healthy: %s%n%s"
                        .formatted(service, fact(service, "{{json .State}}"), compose("logs " + service)));
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (Files.exists(folder.resolve(".env"))) {
            compose("down --volumes --remove-orphans");
        }
        if (!Engine.docker("images", "--quiet", name).isEmpty()) {
            Engine.docker("rmi", "--force", name);
            Engine.docker("image", "prune", "--force", "--filter", "label=org.maaledger.stage=unpacked");
        }
    }
}
