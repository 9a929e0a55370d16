package org.maaledger.bench.program;

import java.util.ArrayList;
import java.util.List;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.Measurement;
import org.maaledger.bench.report.Figure;
import org.maaledger.bench.report.Report;

/** How soon does the program answer, on a ledger that exists? */
public final class StartMeasurement implements Measurement {

    private static final double SECONDS_MAX = 10;

    private final Ledger ledger;

    public StartMeasurement(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public void run(Conditions conditions, Report report) throws Exception {
        try (LedgerProgram first = ledger.start(conditions)) {
            report.add(Figure.of(
                    name(),
                    "first start on a log without tables, all projections built",
                    "s",
                    List.of(first.startedIn().toMillis() / 1e3),
                    Ledger.HEAP));
        }
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < conditions.rounds(); round++) {
            try (LedgerProgram again = ledger.start(conditions)) {
                seconds.add(again.startedIn().toMillis() / 1e3);
            }
        }
        report.add(Figure.of(name(), "start of an existing ledger until it is ready", "s", seconds, Ledger.HEAP)
                .atMost(SECONDS_MAX));
    }
}
