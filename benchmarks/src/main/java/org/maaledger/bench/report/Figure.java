package org.maaledger.bench.report;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One thing measured, in each of its rounds.
 *
 * @param group the measurement it belongs to, such as "commands"
 * @param name what was measured, in words
 * @param unit of the values: "commands/s", "ms", "x" for a ratio
 * @param rounds the value of each round, in the order of time
 * @param settings under which it was measured, in words; empty if there is nothing to say
 * @param aim what it is held against, if anything
 */
public record Figure(
        String group,
        String name,
        String unit,
        List<Double> rounds,
        String settings,
        @Nullable Aim aim) {

    public Figure {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("'%s' was measured in no round".formatted(name));
        }
    }

    /** A figure that is reported and held against nothing. */
    public static Figure of(String group, String name, String unit, List<Double> rounds, String settings) {
        return new Figure(group, name, unit, rounds, settings, null);
    }

    /** The same, held against {@code number}: more is better. */
    public Figure atLeast(double number) {
        return new Figure(group, name, unit, rounds, settings, new Aim.AtLeast(number));
    }

    /** The same, held against {@code number}: less is better. */
    public Figure atMost(double number) {
        return new Figure(group, name, unit, rounds, settings, new Aim.AtMost(number));
    }

    /** The value of the middle round; of an even number of rounds, the mean of the two in the middle. */
    public double median() {
        double[] sorted = sorted();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest of the rounds. */
    public double least() {
        return sorted()[0];
    }

    /** The largest of the rounds. */
    public double most() {
        return sorted()[rounds.size() - 1];
    }

    /** Whether the middle round meets the aim; null without one. */
    public @Nullable Boolean met() {
        return aim == null ? null : aim.isMetBy(median());
    }

    private double[] sorted() {
        double[] sorted = rounds.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted;
    }

    /** A number with as many digits as its size deserves: 12,345 but 3.27. */
    static String plain(double value) {
        double size = Math.abs(value);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%,.1f" : "%,.2f";
        return String.format(Locale.ROOT, form, value).replaceAll("\\.0+$", "");
    }
}
