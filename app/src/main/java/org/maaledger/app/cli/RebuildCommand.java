package org.maaledger.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.maaledger.app.settings.CannotStart;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has a running ledger build a projection anew beside the old one, and waits until the new one answers. */
@Command(
        name = "rebuild",
        description = "Build a projection of a running ledger anew, and wait for it; the old one answers meanwhile.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:the new tables answer",
            "1:it could not be done; the message says why, and the old tables go on answering",
            "2:the command was not understood",
            "3:it is not done yet; it goes on, and GET /v1/projections says how it stands"
        })
final class RebuildCommand implements Callable<Integer> {

    private static final int NOT_YET = 3;

    /** Between the beginning of a rebuild and its first table. */
    private static final Duration BEGINNING_MAX = Duration.ofSeconds(30);

    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final Duration TELL_AGAIN = Duration.ofSeconds(10);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the ledger says of one projection. */
    private record State(int generation, long position, boolean filling) {}

    @Parameters(paramLabel = "NAME", description = "The projection: register, progress or reference.")
    private String name = "";

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "3600",
            description = "How long to wait for the end (${DEFAULT-VALUE}); 0 does not wait.")
    private long seconds;

    @Override
    public Integer call() throws JsonProcessingException {
        return rebuild(LedgerClient.ofEnvironment(System.getenv()), name, Duration.ofSeconds(seconds));
    }

    /** Begins the rebuild and waits for its end, at most {@code patience}; returns what the process exits with. */
    static int rebuild(LedgerClient client, String name, Duration patience) throws JsonProcessingException {
        int before = state(client, name).generation();
        client.post("/v1/projections/%s/rebuild".formatted(name));
        long begun = System.nanoTime();
        long told = begun;
        boolean seen = false;
        while (true) {
            State now = state(client, name);
            Duration since = Duration.ofNanos(System.nanoTime() - begun);
            if (now.generation() > before) {
                System.out.println(String.format(
                        Locale.ROOT,
                        "Rebuilt %s in %.1f s: generation %d answers, at position %,d.",
                        name,
                        since.toMillis() / 1e3,
                        now.generation(),
                        now.position()));
                return 0;
            }
            seen |= now.filling();
            if (!now.filling() && (seen || since.compareTo(BEGINNING_MAX) > 0)) {
                throw new CannotStart(
                        "The rebuild of %s failed; the old tables go on answering. The ledger's own log says why."
                                .formatted(name));
            }
            if (since.compareTo(patience) >= 0) {
                System.out.println("The rebuild of %s goes on; generation %d still answers.".formatted(name, before));
                return NOT_YET;
            }
            if (System.nanoTime() - told > TELL_AGAIN.toNanos()) {
                told = System.nanoTime();
                System.err.println("Rebuilding %s for %d s; generation %d answers meanwhile."
                        .formatted(name, since.toSeconds(), before));
            }
            pause();
        }
    }

    private static State state(LedgerClient client, String name) throws JsonProcessingException {
        for (JsonNode one : JSON.readTree(client.get("/v1/projections")).path("projections")) {
            if (one.path("name").asText().equals(name)) {
                return new State(
                        one.path("generation").asInt(),
                        one.path("position").asLong(),
                        one.path("filling").asBoolean());
            }
        }
        throw new CannotStart("The ledger has no projection '%s': GET /v1/projections lists them.".formatted(name));
    }

    private static void pause() {
        try {
            TimeUnit.NANOSECONDS.sleep(LOOK_AGAIN.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted; the rebuild goes on.", e);
        }
    }
}
