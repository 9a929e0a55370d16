package org.maaledger.bench.program;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.Measurement;
import org.maaledger.bench.program.Clients.Heard;
import org.maaledger.bench.report.Figure;
import org.maaledger.bench.report.Report;

/** How long does an answer take: as the ledger stands, as it stood, and with many readers at once? */
public final class ReadMeasurement implements Measurement {

    private static final int TARGETS = 500;
    private static final int READERS = 32;
    private static final double AS_OF_MILLIS_MAX = 50;
    private static final double READ_MILLIS_MAX = 20;

    private final Ledger ledger;

    public ReadMeasurement(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "reads";
    }

    @Override
    public void run(Conditions conditions, Report report) throws Exception {
        Ledger.Filled filled = ledger.filled(conditions);
        try (LedgerProgram program = ledger.start(conditions)) {
            int targets = conditions.quick() ? 50 : TARGETS;
            report.say("  entering an agreement of %d targets".formatted(targets));
            long[] positions = new BigAgreement(program.port(), filled.tokens()).enter(targets);
            program.awaitLevel(filled.tokens().of("bench:operations", "operator"));
            Clients inspectors = new Clients(program.port(), filled.tokens().of("org:audit-commission", "inspector"));
            asOf(conditions, report, inspectors, positions, targets);
            readers(conditions, report, inspectors, targets);
        }
    }

    private void asOf(Conditions conditions, Report report, Clients inspectors, long[] positions, int targets) {
        String agreement = "/v1/agreements/" + BigAgreement.ID;
        for (String path : List.of(agreement, agreement + "/targets", agreement + "/progress")) {
            List<Double> worst = new ArrayList<>();
            List<String> moments = new ArrayList<>();
            for (long position : positions) {
                long moment = position;
                Clients.Question question = connection -> connection.get(path + "?as-of=" + moment);
                inspectors.ask(1, conditions.warmUp().dividedBy(6), question);
                Heard heard = inspectors
                        .ask(1, conditions.round().dividedBy(6), question)
                        .good();
                worst.add(heard.millis(99));
                moments.add("%.1f".formatted(heard.millis(50)));
            }
            report.add(Figure.of(
                            name(),
                            "GET %s as of the draft, half and all of %,d events, p99"
                                    .formatted(
                                            path.substring("/v1".length()).replace(BigAgreement.ID, "{id}"),
                                            targets * 10),
                            "ms",
                            worst,
                            "1 reader; p50 " + String.join(", ", moments) + " ms")
                    .atMost(AS_OF_MILLIS_MAX));
        }
    }

    private void readers(Conditions conditions, Report report, Clients inspectors, int targets) {
        String agreement = "/v1/agreements/" + BigAgreement.ID;
        report(conditions, report, inspectors, "the agreement", targets, connection -> connection.get(agreement));
        report(
                conditions,
                report,
                inspectors,
                "a page of its targets in the register",
                targets,
                connection -> connection.get(agreement + "/targets"));
        report(
                conditions,
                report,
                inspectors,
                "a page of its progress",
                targets,
                connection -> connection.get(agreement + "/progress"));
        report(conditions, report, inspectors, "the progress of one target, any", targets, connection -> {
            int number = ThreadLocalRandom.current().nextInt(targets);
            return connection.get("/v1/targets/" + BigAgreement.target(number) + "/progress");
        });
    }

    private void report(
            Conditions conditions,
            Report report,
            Clients inspectors,
            String what,
            int targets,
            Clients.Question question) {
        List<Double> p99 = new ArrayList<>();
        List<String> rates = new ArrayList<>();
        Duration time = conditions.round().dividedBy(6);
        inspectors.ask(READERS, time, question);
        for (int round = 0; round < conditions.rounds(); round++) {
            Heard heard = inspectors.ask(READERS, time, question).good();
            p99.add(heard.millis(99));
            rates.add("%,.0f".formatted(heard.perSecond()));
        }
        report.add(Figure.of(
                        name(),
                        "%s, %d targets, %d readers that never rest, p99".formatted(what, targets, READERS),
                        "ms",
                        p99,
                        String.join(", ", rates) + " answers/s")
                .atMost(READ_MILLIS_MAX));
    }
}
