package org.maaledger.bench.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.program.Clients.Heard;
import org.maaledger.bench.report.Figure;
import org.maaledger.bench.report.Report;

/** 32 readers of one big agreement, who never rest: while nothing changes, and while somebody corrects its readings. */
final class ManyReaders {

    private static final int READERS = 32;
    private static final double MILLIS_MAX = 20;
    private static final Duration BETWEEN_CORRECTIONS = Duration.ofMillis(200);
    private static final String AGREEMENT = "/v1/agreements/" + BigAgreement.ID;
    private static final String KEPT = "nothing changes meanwhile, so answers are kept (decision 0051)";
    private static final String CORRECTED =
            "a reading of its targets is corrected every %d ms, so answers are made anew"
                    .formatted(BETWEEN_CORRECTIONS.toMillis());

    private final Conditions conditions;
    private final Clients inspectors;
    private final Connection provider;
    private final int targets;

    /** @param provider a connection of whoever may correct readings */
    ManyReaders(Conditions conditions, Clients inspectors, Connection provider, int targets) {
        this.conditions = conditions;
        this.inspectors = inspectors;
        this.provider = provider;
        this.targets = targets;
    }

    /** Takes the figures, in the group {@code group}. */
    void measure(String group, Report report) {
        report.add(p99(group, "the agreement", KEPT, connection -> connection.get(AGREEMENT)));
        report.add(p99(group, "a page of its targets", KEPT, connection -> connection.get(AGREEMENT + "/targets")));
        Clients.Question progress = connection -> connection.get(AGREEMENT + "/progress");
        report.add(p99(group, "a page of its progress", KEPT, progress));
        report.add(p99(group, "the progress of one target, any", KEPT, connection -> {
            int number = ThreadLocalRandom.current().nextInt(targets);
            return connection.get("/v1/targets/" + BigAgreement.target(number) + "/progress");
        }));
        Correcting correcting = new Correcting();
        CompletableFuture<Void> corrected = CompletableFuture.runAsync(correcting);
        Figure besideWriter = p99(group, "a page of its progress", CORRECTED, progress);
        correcting.stopped = true;
        corrected.join();
        report.add(besideWriter);
    }

    private Figure p99(String group, String what, String settings, Clients.Question question) {
        List<Double> p99 = new ArrayList<>();
        List<String> rates = new ArrayList<>();
        Duration time = conditions.round().dividedBy(6);
        String warmUp = conditions.warmUp(
                () -> inspectors.ask(READERS, conditions.warmUp(), question).perSecond());
        for (int round = 0; round < conditions.rounds(); round++) {
            Heard heard = inspectors.ask(READERS, time, question).good();
            p99.add(heard.millis(99));
            rates.add("%,.0f".formatted(heard.perSecond()));
        }
        return Figure.of(
                        group,
                        "%s, %d targets, %d readers that never rest, p99".formatted(what, targets, READERS),
                        "ms",
                        p99,
                        "%s answers/s; %s; %s".formatted(String.join(", ", rates), warmUp, settings))
                .atMost(MILLIS_MAX);
    }

    /** Corrects one reading after the other, a figure that was not said before each time. */
    private final class Correcting implements Runnable {

        private volatile boolean stopped;

        @Override
        public void run() {
            for (int number = 0; !stopped; number++) {
                try {
                    provider.post(
                                    "/v1/readings/corrections",
                                    BigAgreement.correction(number % targets, 1_000 + number),
                                    UUID.randomUUID().toString())
                            .good();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                LedgerProgram.pause(BETWEEN_CORRECTIONS);
            }
        }
    }
}
