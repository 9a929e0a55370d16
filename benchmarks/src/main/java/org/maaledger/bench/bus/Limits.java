package org.maaledger.bench.bus;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.bus.Clients.Client;
import org.maaledger.bench.bus.Clients.Sample;
import org.maaledger.bench.peer.Emmett;
import org.maaledger.bench.peer.PlainInserts;
import org.maaledger.bench.report.Report;

/** What the database does with the same rows and nothing else, and what an event store of another world does with it. */
final class Limits implements AutoCloseable {

    static final String ONE_COMMIT = "plain commit of one row, one connection";
    static final String ONE_ROW = "plain inserts, 1 row for each commit";
    static final String MANY_ROWS = "plain inserts, 50 rows for each commit";
    static final String EMMETT = "emmett-postgresql, appends alone";

    private static final int ROWS = 50;
    private static final List<Integer> CONNECTIONS = List.of(8, 16, 32);
    private static final int EMMETT_IN_FLIGHT = 64;

    private final Conditions conditions;
    private final int bytes;
    private final PlainInserts plain;
    private final @Nullable Emmett emmett;
    private int oneRowConnections = CONNECTIONS.getLast();
    private int manyRowsConnections = CONNECTIONS.getFirst();

    private Limits(Conditions conditions, int bytes, PlainInserts plain, @Nullable Emmett emmett) {
        this.conditions = conditions;
        this.bytes = bytes;
        this.plain = plain;
        this.emmett = emmett;
    }

    /** @param bytes of a row, as many as ours has */
    static Limits start(Conditions conditions, Report report, int bytes)
            throws SQLException, IOException, InterruptedException {
        report.say("  the database alone: storing %,d rows".formatted(conditions.events()));
        PlainInserts plain = PlainInserts.start(
                conditions.server(), "commands_plain", conditions.events(), conditions.series(), bytes);
        Emmett emmett = null;
        try {
            emmett = Emmett.install(conditions.server(), "commands_emmett", conditions.checkout(), !conditions.quick());
        } catch (Emmett.NotHere e) {
            report.leaveOut("commands", "emmett-postgresql: " + e.getMessage());
        }
        Limits limits = new Limits(conditions, bytes, plain, emmett);
        if (!conditions.quick()) {
            limits.oneRowConnections = limits.best(1);
            limits.manyRowsConnections = limits.best(ROWS);
        }
        return limits;
    }

    /** What is not one of the engines is measured for this part of a round. */
    static Duration part(Conditions conditions) {
        return conditions.round().dividedBy(4);
    }

    /** Load before each measurement that is not counted: what was measured before has driven this one out of the caches. */
    static Duration leadIn(Conditions conditions) {
        return conditions.round().dividedBy(20);
    }

    void round(Taken taken) throws SQLException, IOException, InterruptedException {
        Duration part = part(conditions);
        taken.add(ONE_COMMIT, insert(1, 1, part));
        conditions.server().checkpoint();
        taken.add(ONE_ROW, insert(1, oneRowConnections, part));
        conditions.server().checkpoint();
        taken.add(MANY_ROWS, insert(ROWS, manyRowsConnections, part));
        if (emmett != null) {
            conditions.server().checkpoint();
            taken.add(EMMETT, emmett.append(EMMETT_IN_FLIGHT, conditions.series(), bytes, leadIn(conditions), part));
        }
    }

    void tell(Report report, Taken taken) {
        report.add(Taken.figure(
                ONE_ROW,
                "rows/s",
                taken.perSecond(ONE_ROW, 1),
                "the table and indexes of the log, %,d rows before, rows of %d bytes, prepared, %d connections, the best of %s"
                        .formatted(conditions.events(), bytes, oneRowConnections, CONNECTIONS)));
        report.add(Taken.figure(
                MANY_ROWS,
                "rows/s",
                taken.perSecond(MANY_ROWS, ROWS),
                "the same, %d connections".formatted(manyRowsConnections)));
        if (emmett != null) {
            String settings = Emmett.SETTINGS + ", %d in flight, events of %d bytes".formatted(EMMETT_IN_FLIGHT, bytes);
            taken.figures(EMMETT, "appends/s", settings).forEach(report::add);
        }
    }

    private int best(int rows) {
        Duration trial = conditions.round().dividedBy(10);
        int best = CONNECTIONS.getFirst();
        double most = 0;
        for (int connections : CONNECTIONS) {
            double rate = insert(rows, connections, trial).perSecond();
            if (rate > most) {
                most = rate;
                best = connections;
            }
        }
        return best;
    }

    private Sample insert(int rows, int connections, Duration time) {
        return Clients.ask(
                () -> {
                    PlainInserts.Inserter inserter = plain.open(rows);
                    return new Client() {
                        @Override
                        public void ask() throws SQLException {
                            inserter.insert();
                        }

                        @Override
                        public void close() throws SQLException {
                            inserter.close();
                        }
                    };
                },
                connections,
                leadIn(conditions),
                time);
    }

    @Override
    public void close() {
        plain.close();
    }
}
