package org.maaledger.bench.program;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.Measurement;
import org.maaledger.bench.program.Clients.Heard;
import org.maaledger.bench.report.Figure;
import org.maaledger.bench.report.Report;

/** How long does an answer take: as the ledger stands, as it stood, and with many readers at once? */
public final class ReadMeasurement implements Measurement {

    private static final int TARGETS = 500;
    private static final int TARGETS_QUICK = 25;
    private static final List<String> PARTS = List.of("first", "second", "last");
    private static final double AS_OF_MILLIS_MAX = 50;

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
        LedgerProgram program = ledger.running(conditions);
        int targets = conditions.quick() ? TARGETS_QUICK : TARGETS;
        report.say("  entering an agreement of %d targets".formatted(targets));
        long[] positions = new BigAgreement(program.port(), filled.tokens()).enter(targets);
        program.awaitLevel(filled.tokens().of("bench:operations", "operator"));
        Clients inspectors = new Clients(program.port(), filled.tokens().of("org:audit-commission", "inspector"));
        asOf(conditions, report, inspectors, positions, targets);
        try (Connection provider =
                new Connection(program.port(), filled.tokens().of("bench:provider", "data-provider"))) {
            new ManyReaders(conditions, inspectors, provider, targets).measure(name(), report);
        }
    }

    /** Each question is of another moment, so that none is answered by what was kept of an earlier answer. */
    private void asOf(Conditions conditions, Report report, Clients inspectors, long[] positions, int targets) {
        String agreement = "/v1/agreements/" + BigAgreement.ID;
        for (String path :
                List.of(agreement, agreement + "/targets", agreement + "/progress", agreement + "/history")) {
            AtomicLong late = new AtomicLong(positions[2]);
            inspectors.ask(
                    1,
                    conditions.warmUp().dividedBy(4),
                    connection -> connection.get(path + "?as-of=" + late.getAndDecrement()));
            for (int part = 0; part < PARTS.size(); part++) {
                long first = positions[0] + (positions[2] - positions[0]) * part / PARTS.size();
                AtomicLong moment = new AtomicLong(first);
                Heard heard = inspectors
                        .ask(
                                1,
                                conditions.round().dividedBy(10),
                                connection -> connection.get(path + "?as-of=" + moment.getAndIncrement()))
                        .good();
                report.add(Figure.of(
                                name(),
                                "GET %s as of moments in the %s third of %,d events, p99"
                                        .formatted(
                                                path.substring("/v1".length()).replace(BigAgreement.ID, "{id}"),
                                                PARTS.get(part),
                                                targets * BigAgreement.EVENTS_EACH),
                                "ms",
                                List.of(heard.millis(99)),
                                "1 reader, each moment asked for once, %,d answers, p50 %.1f ms"
                                        .formatted(heard.micros().getTotalCount(), heard.millis(50)))
                        .atMost(AS_OF_MILLIS_MAX));
            }
        }
    }
}
