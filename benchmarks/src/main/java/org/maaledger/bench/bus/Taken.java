package org.maaledger.bench.bus;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maaledger.bench.bus.Clients.Sample;
import org.maaledger.bench.peer.Emmett;
import org.maaledger.bench.report.Figure;

/** What was taken in each round, by what was measured, and the figures that it makes. */
final class Taken {

    private static final String GROUP = "commands";

    private final Map<String, List<Double>> numbers = new HashMap<>();

    void add(String what, Sample sample) {
        add(what, sample.perSecond(), sample.millis(50), sample.millis(99));
    }

    void add(String what, Emmett.Sample sample) {
        add(what, sample.perSecond(), sample.p50Millis(), sample.p99Millis());
    }

    /** Any other number of a round. */
    void number(String what, double number) {
        numbers.computeIfAbsent(what, key -> new ArrayList<>()).add(number);
    }

    /** How many a second, times {@code each}. */
    List<Double> perSecond(String what, int each) {
        return rounds(rate(what)).stream().map(rate -> rate * each).toList();
    }

    /** What half of the answers took at most. */
    List<Double> p50(String what) {
        return rounds(half(what));
    }

    /** Rate and latencies: three figures. */
    List<Figure> figures(String what, String unit, String settings) {
        return List.of(
                figure(what, unit, perSecond(what, 1), settings),
                figure(half(what), "ms", rounds(half(what)), ""),
                figure(most(what), "ms", rounds(most(what)), ""));
    }

    List<Double> rounds(String what) {
        List<Double> rounds = numbers.get(what);
        if (rounds == null) {
            throw new IllegalArgumentException("nothing was measured of " + what);
        }
        return rounds;
    }

    /** The quotients of the same rounds. */
    static List<Double> quotients(List<Double> of, List<Double> by) {
        List<Double> quotients = new ArrayList<>(of.size());
        for (int round = 0; round < of.size(); round++) {
            quotients.add(of.get(round) / by.get(round));
        }
        return quotients;
    }

    static Figure figure(String name, String unit, List<Double> rounds, String settings) {
        return Figure.of(GROUP, name, unit, rounds, settings);
    }

    private void add(String what, double rate, double p50, double p99) {
        number(rate(what), rate);
        number(half(what), p50);
        number(most(what), p99);
    }

    private static String rate(String what) {
        return what + ", rate";
    }

    private static String half(String what) {
        return what + ", p50";
    }

    private static String most(String what) {
        return what + ", p99";
    }
}
