package org.maaledger.bench.bus;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.maaledger.bench.report.Figure;
import org.maaledger.bench.report.Report;

/** The figures of commands, with the numbers that they are held against. */
final class CommandFigures {

    private static final double TIMES_JDBC_MIN = 3;
    private static final double TIMES_JPA_MIN = 8;
    private static final double TIMES_PLAIN_COMMIT_MAX = 1.5;

    private static final String RATE = "commands/s";
    private static final String TIMES = "x";

    private final List<Contender> contenders;
    private final Taken taken;

    /** @param contenders ours, the JDBC engine and the JPA engine */
    CommandFigures(List<Contender> contenders, Taken taken) {
        this.contenders = List.copyOf(contenders);
        this.taken = taken;
    }

    void tell(Report report) throws SQLException {
        all().forEach(report::add);
    }

    private List<Figure> all() throws SQLException {
        Contender ours = contenders.getFirst();
        List<Figure> figures = new ArrayList<>();
        for (Contender contender : contenders) {
            String settings = contender.settings() + (contender == ours ? "; " + machine() : "");
            figures.addAll(taken.figures(contender.name(), RATE, settings));
        }
        int p99 = 2;
        figures.set(p99, figures.get(p99).atMost(CommandMeasurement.P99_MILLIS_MAX));
        figures.add(times(contenders.get(1)).atLeast(TIMES_JDBC_MIN));
        figures.add(times(contenders.get(2)).atLeast(TIMES_JPA_MIN));
        figures.addAll(taken.figures(CommandMeasurement.PROJECTING, RATE, "as many in flight as without"));
        figures.add(Taken.figure(
                CommandMeasurement.BEHIND,
                "events",
                taken.rounds(CommandMeasurement.BEHIND),
                "the slowest projection"));
        figures.addAll(taken.figures(CommandMeasurement.HOT, RATE, "a series takes one command at a time"));
        figures.addAll(alone());
        figures.add(Taken.figure(
                "ours, commands decided again after a conflict",
                "commands",
                List.of((double) ours.engine().conflicts()),
                "all rounds together"));
        for (Contender contender : contenders) {
            figures.add(Taken.figure(
                    contender.name() + ", an event as stored",
                    "bytes",
                    List.of(contender.engine().bytesPerEvent()),
                    contender == ours ? "the whole envelope; columns and indexes come on top" : "all columns"));
        }
        return figures;
    }

    private List<Figure> alone() {
        List<Double> alone = taken.p50(CommandMeasurement.ALONE);
        List<Double> commit = taken.p50(Limits.ONE_COMMIT);
        return List.of(
                Taken.figure(CommandMeasurement.ALONE + ", p50", "ms", alone, ""),
                Taken.figure(
                        Limits.ONE_COMMIT + ", p50",
                        "ms",
                        commit,
                        "one prepared statement, one question to the server"),
                Taken.figure("ours, one in flight / plain commit, p50", TIMES, Taken.quotients(alone, commit), "")
                        .atMost(TIMES_PLAIN_COMMIT_MAX));
    }

    private Figure times(Contender peer) {
        Contender ours = contenders.getFirst();
        return Taken.figure(
                ours.name() + " / " + peer.name(),
                TIMES,
                Taken.quotients(taken.perSecond(ours.name(), 1), taken.perSecond(peer.name(), 1)),
                "rounds in turn, each engine with the number in flight that suits it");
    }

    /** All engines and the load run in one Java process. */
    private static String machine() {
        return "all in one Java process of at most %,d MB with %s, load from its own platform threads"
                .formatted(
                        Runtime.getRuntime().maxMemory() / (1024 * 1024),
                        ManagementFactory.getGarbageCollectorMXBeans().stream()
                                .map(GarbageCollectorMXBean::getName)
                                .collect(Collectors.joining(", ")));
    }
}
