package org.maaledger.app.practice;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.maaledger.app.settings.CannotStart;
import org.maaledger.app.settings.LogForm;
import org.maaledger.app.settings.MetricsAccess;
import org.maaledger.app.settings.Role;
import org.maaledger.app.settings.Settings;
import org.maaledger.app.wiring.RunningLedger;

/** A ledger in a folder that is thrown away, and what is asked of it. All of what it is told is made up. */
public final class Practice {

    /** Few: most of what a start needs is learned by starting, and somebody waits for the end of this. */
    private static final int CLIENTS = 8;

    private static final int READINGS_EACH = 25;
    private static final int ROUNDS_OF_READS = 10;
    private static final LocalDate FIRST_DAY = LocalDate.of(1901, 1, 1);
    private static final String MEMBER = "E06000004";
    private static final String AGREEMENT = "/v1/agreements/7ac71ce0-0000-4000-8000-000000000001";

    private final PracticeLedger ledger;
    private final PracticeTokens tokens;

    private Practice(PracticeLedger ledger, PracticeTokens tokens) {
        this.ledger = ledger;
        this.tokens = tokens;
    }

    /** Starts a ledger in {@code folder}, which is empty or not there yet, uses it and stops it. */
    public static void in(Path folder, Instant now) {
        refuseUnlessEmpty(folder);
        PracticeTokens tokens = PracticeTokens.from(now);
        try (RunningLedger running = RunningLedger.start(settings(folder), tokens.trust());
                PracticeLedger ledger = new PracticeLedger(URI.create(running.address()))) {
            new Practice(ledger, tokens).all();
        }
    }

    /** Nothing of them is asked of the environment: that is about the ledger of whoever waits for this. */
    private static Settings settings(Path folder) {
        return new Settings(
                folder,
                null,
                0,
                "127.0.0.1",
                Set.of(Role.values()),
                null,
                null,
                Settings.AUDIENCE,
                MetricsAccess.OPERATOR,
                LogForm.TEXT,
                Duration.ZERO);
    }

    private static void refuseUnlessEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> content = Files.list(folder)) {
            if (content.findAny().isEmpty()) {
                return;
            }
        } catch (IOException e) {
            throw new CannotStart("There can be no practice in %s: %s".formatted(folder, e), e);
        }
        throw new CannotStart(
                "There is something in %s: name a folder for the practice that is empty, or not there yet."
                        .formatted(folder));
    }

    private void all() {
        String provider = tokens.of("dept:clg", "data-provider");
        ledger.post(provider, "/v1/imports/reference", "");
        long drafted = agreement(tokens.of(MEMBER, "authority-officer"));
        try (ExecutorService threads = Executors.newFixedThreadPool(CLIENTS)) {
            CompletableFuture<?>[] clients = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> CompletableFuture.runAsync(() -> readings(provider, client), threads))
                    .toArray(CompletableFuture<?>[]::new);
            Arrays.stream(clients).forEach(CompletableFuture::join);
        }
        reads(tokens.of("org:audit-commission", "inspector"), drafted);
    }

    /** Makes an agreement with a target; gives the position from which on it has one. */
    private long agreement(String officer) {
        ledger.post(officer, "/v1/agreements", """
                {"agreementId": "7ac71ce0-0000-4000-8000-000000000001", "kind": "multi-area-agreement",
                 "title": "Made up for practice", "edition": "laa-maa-2008", "from": "2008-07-01", "to": "2011-03-31",
                 "area": "maa:tees-valley", "responsibleAuthority": "E06000004", "governmentOffice": "go:north-east",
                 "members": ["E06000002", "E06000004"], "partners": [], "actedOn": "2008-05-01"}""");
        return ledger.post(officer, AGREEMENT + "/targets", """
                {"targetId": "7ac71ce0-0000-4000-8000-000000000002", "indicator": "ni:154", "area": "maa:tees-valley",
                 "relatesTo": ["E06000002", "E06000004"],
                 "offer": {"period": "2010-04-01/P1Y", "value": "2400"}, "actedOn": "2008-05-02"}""");
    }

    /** One client of several: each has a series of its own. */
    private void readings(String provider, int client) {
        for (int i = 0; i < READINGS_EACH; i++) {
            ledger.post(provider, "/v1/readings", """
                    {"series": "ni:154~E0600000%d~all", "period": "%s", "vintage": "provisional",
                     "observation": {"value": "%d"}, "source": {"name": "made up for practice"}}""".formatted(client + 1, FIRST_DAY.plusDays(i), i));
        }
    }

    /** Each round asks as of another moment, since an answer that was given before is only given again. */
    private void reads(String inspector, long drafted) {
        for (int i = 0; i < ROUNDS_OF_READS; i++) {
            String moment = "as-of=" + (drafted + i);
            for (String page : List.of(
                    "/v1/agreements?",
                    AGREEMENT + "?",
                    AGREEMENT + "/targets?",
                    AGREEMENT + "/progress?",
                    "/v1/readings?series=ni:154~E06000002~all&")) {
                ledger.get(inspector, page + moment);
            }
            ledger.get(inspector, AGREEMENT + "/history");
            ledger.get(inspector, "/v1/events?after=" + (drafted + i));
            ledger.get(inspector, "/actuator/health/readiness");
        }
    }
}
