package org.maaledger.bench.bus;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.maaledger.bench.BenchServer;
import org.maaledger.bench.Conditions;
import org.maaledger.bench.Measurement;
import org.maaledger.bench.peer.Engine;
import org.maaledger.bench.peer.JdbcPeer;
import org.maaledger.bench.peer.JpaPeer;
import org.maaledger.bench.peer.LedgerEngine;
import org.maaledger.bench.report.Report;

/** Commands through the bus, durable, on our log and on Axon's own engines, beside the limit of the database; all take turns. */
public final class CommandMeasurement implements Measurement {

    static final double P99_MILLIS_MAX = 30;
    static final String PROJECTING = "ours, all projections running";
    static final String BEHIND = "ours, events behind at the end of a round with projections";
    static final String ALONE = "ours, one in flight";
    static final String HOT = "ours, 64 in flight on one series";

    private static final int HOT_IN_FLIGHT = 64;

    /** What was found best on two cores; for the short form, which does not look for it. */
    private static final int OURS_KNOWN = 64;

    private static final int PEERS_KNOWN = 16;

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public void run(Conditions conditions, Report report) throws Exception {
        BenchServer server = conditions.server();
        try (Engine ours = LedgerEngine.start(server, "commands_ours");
                Engine jdbc = JdbcPeer.start(server, "commands_jdbc");
                Engine jpa = JpaPeer.start(server, "commands_jpa")) {
            List<Contender> contenders = List.of(
                    contender(ours, OURS_KNOWN, P99_MILLIS_MAX, conditions),
                    contender(jdbc, PEERS_KNOWN, Double.MAX_VALUE, conditions),
                    contender(jpa, PEERS_KNOWN, Double.MAX_VALUE, conditions));
            for (Contender contender : contenders) {
                prepare(contender, conditions, report);
            }
            Taken taken = new Taken();
            CommandFigures figures = new CommandFigures(contenders, taken);
            try (Limits limits = Limits.start(conditions, report, (int) Math.round(ours.bytesPerEvent()));
                    ReadSide readSide = readSide(ours, report)) {
                for (int round = 0; round < conditions.rounds(); round++) {
                    report.say("  round %d of %d".formatted(round + 1, conditions.rounds()));
                    round(round, contenders, readSide, conditions, taken);
                    limits.round(taken);
                }
                for (Contender contender : contenders) {
                    contender.load().check();
                }
                figures.tell(report);
                limits.tell(report, taken);
            }
        }
        for (String database :
                List.of("commands_ours", "commands_jdbc", "commands_jpa", "commands_plain", "commands_emmett")) {
            // Gigabytes, and maintenance of the server that would run beside what is measured next.
            server.drop(database);
        }
    }

    private static Contender contender(Engine engine, int known, double p99MillisMax, Conditions conditions) {
        return new Contender(new ReadingLoad(engine, conditions.series()), known, p99MillisMax);
    }

    private static void prepare(Contender contender, Conditions conditions, Report report) throws SQLException {
        report.say("  %s: storing %,d events, warming up".formatted(contender.name(), conditions.events()));
        contender.load().prepare(conditions.events());
        contender.warmed(conditions.warmUp(
                () -> contender.ask(Duration.ZERO, conditions.warmUp()).perSecond()));
        if (!conditions.quick()) {
            contender.choose(Limits.leadIn(conditions), conditions.round().dividedBy(10));
        }
    }

    private static ReadSide readSide(Engine ours, Report report) {
        report.say("  building the projections");
        ReadSide readSide = ReadSide.on(ours);
        readSide.pause();
        return readSide;
    }

    private static void round(
            int round, List<Contender> contenders, ReadSide readSide, Conditions conditions, Taken taken)
            throws InterruptedException, SQLException {
        Duration leadIn = Limits.leadIn(conditions);
        List<Contender> inTurn = new ArrayList<>(contenders);
        // Whoever comes after whom changes from round to round.
        Collections.rotate(inTurn, round);
        for (Contender contender : inTurn) {
            conditions.server().checkpoint();
            taken.add(contender.name(), contender.ask(leadIn, conditions.round()));
            contender.engine().tidy();
        }
        Contender ours = contenders.getFirst();
        readSide.resume();
        conditions.server().checkpoint();
        taken.add(PROJECTING, ours.ask(leadIn, conditions.round()));
        taken.number(BEHIND, (double) readSide.behind());
        readSide.pause();
        conditions.server().checkpoint();
        taken.add(HOT, ours.askOne(round, HOT_IN_FLIGHT, leadIn, Limits.part(conditions)));
        taken.add(ALONE, ours.ask(1, leadIn, Limits.part(conditions)));
    }
}
