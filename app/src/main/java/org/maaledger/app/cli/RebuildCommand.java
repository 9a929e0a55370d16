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

    /** As long the ledger may say nothing, restarting perhaps, before the wait is given up. */
    private static final Duration UNSEEN_MAX = Duration.ofSeconds(30);

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
    public Integer call() {
        return rebuild(LedgerClient.ofEnvironment(System.getenv()), name, Duration.ofSeconds(seconds));
    }

    /** Begins the rebuild and waits for its end, at most {@code patience}; returns what the process exits with. */
    static int rebuild(LedgerClient client, String name, Duration patience) {
        int before = json(client.post("/v1/projections/%s/rebuild".formatted(name)))
                .path("generation")
                .asInt();
        return new Wait(client, name, before).upTo(patience);
    }

    /** Looks at a rebuild that has begun until it has ended. */
    private static final class Wait {

        private final LedgerClient client;
        private final String name;
        private final int before;
        private final long begun = System.nanoTime();

        /** When the ledger last said how it stands. */
        private long heard = begun;

        private long told = begun;
        private boolean seen;

        Wait(LedgerClient client, String name, int before) {
            this.client = client;
            this.name = name;
            this.before = before;
        }

        private static Duration since(long moment) {
            return Duration.ofNanos(System.nanoTime() - moment);
        }

        int upTo(Duration patience) {
            while (true) {
                try {
                    State now = state(client, name);
                    heard = System.nanoTime();
                    if (now.generation() > before) {
                        done(now);
                        return 0;
                    }
                    failIfGone(now);
                } catch (NotSeen e) {
                    // It runs in the ledger, not here: that it cannot be seen says nothing of it.
                    if (since(heard).compareTo(UNSEEN_MAX) > 0) {
                        System.out.println("The rebuild of %s has begun, but how it stands cannot be seen. %s"
                                .formatted(name, e.getMessage()));
                        return NOT_YET;
                    }
                }
                if (since(begun).compareTo(patience) >= 0) {
                    System.out.println(
                            "The rebuild of %s goes on; generation %d still answers.".formatted(name, before));
                    return NOT_YET;
                }
                tell();
                pause();
            }
        }

        private void done(State now) {
            System.out.println(String.format(
                    Locale.ROOT,
                    "Rebuilt %s in %.1f s: generation %d answers, at position %,d.",
                    name,
                    since(begun).toMillis() / 1e3,
                    now.generation(),
                    now.position()));
        }

        private void failIfGone(State now) {
            seen |= now.filling();
            if (!now.filling() && (seen || since(begun).compareTo(BEGINNING_MAX) > 0)) {
                throw new CannotStart(
                        "The rebuild of %s failed; the old tables go on answering. The ledger's own log says why."
                                .formatted(name));
            }
        }

        private void tell() {
            if (since(told).compareTo(TELL_AGAIN) > 0) {
                told = System.nanoTime();
                System.err.println("Rebuilding %s for %d s; generation %d answers meanwhile."
                        .formatted(name, since(begun).toSeconds(), before));
            }
        }
    }

    /** The ledger does not say how a rebuild stands; the message says why. */
    private static final class NotSeen extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotSeen(CannotStart cause) {
            super(cause.getMessage(), cause);
        }

        @Override
        public String getMessage() {
            return String.valueOf(super.getMessage());
        }
    }

    private static State state(LedgerClient client, String name) {
        try {
            for (JsonNode one : json(client.get("/v1/projections")).path("projections")) {
                if (one.path("name").asText().equals(name)) {
                    return new State(
                            one.path("generation").asInt(),
                            one.path("position").asLong(),
                            one.path("filling").asBoolean());
                }
            }
            throw new CannotStart("The ledger does not tell of the projection %s.".formatted(name));
        } catch (CannotStart e) {
            throw new NotSeen(e);
        }
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new CannotStart("What answers is no ledger: see what MAAL_URL names.", e);
        }
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
