package org.maaledger.bench.program;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.sql.SQLException;
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
        ledger.stop();
        double first = started(conditions);
        String settings = Ledger.HEAP + ", " + ledger.running(conditions).way();
        report.add(Figure.of(
                name(), "first start on a log without tables, all projections built", "s", List.of(first), settings));
        List<Double> seconds = new ArrayList<>();
        for (int round = 0; round < conditions.rounds(); round++) {
            ledger.stop();
            seconds.add(started(conditions));
        }
        report.add(Figure.of(name(), "start of an existing ledger until it is ready", "s", seconds, settings)
                .atMost(SECONDS_MAX));
    }

    private double started(Conditions conditions) throws SQLException, IOException, JOSEException {
        return ledger.running(conditions).startedIn().toMillis() / 1e3;
    }
}
