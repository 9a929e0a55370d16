package org.maaledger.command.importing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.reading.Figure;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.MissingReason;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.reading.Vintage;

/**
 * Which readings a file has stated so far, to find those it states twice, and, once it is read, which of them are to be taken. Exact
 * in series, period and vintage; what a measured reading says is kept as a hash of 63 bits. A row takes 20 bytes in tables that are
 * at most two thirds full.
 */
final class SeenFigures {

    private static final int CAPACITY_FIRST = 1 << 12;
    private static final int VINTAGE_BITS = 3;
    private static final int SERIES_SHIFT = 32;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    /** Set in what a measured reading says; one without a figure says its reason. */
    private static final long MEASURED = Long.MIN_VALUE;

    private static final List<MissingReason> REASONS = List.of(MissingReason.values());

    private final Map<SeriesId, Integer> series = new HashMap<>();
    private final Map<ReportingPeriod, Integer> periods = new HashMap<>();
    private long[] keys = new long[CAPACITY_FIRST];
    private long[] says = new long[CAPACITY_FIRST];

    /** The line of the first row about each reading, negative once it is not to be taken. */
    private int[] lines = new int[CAPACITY_FIRST];

    private int size;

    /** What an earlier row about the same reading makes of a row. */
    sealed interface Earlier {

        /** The line of the first row about the reading. */
        long line();

        /** It says the same, and none has contradicted it. */
        record Same(long line) implements Earlier {}

        /** It is the first that the row contradicts; it said that there is no figure if {@code missing} is there. */
        record Contradicted(long line, @Nullable MissingReason missing) implements Earlier {}

        /** It was contradicted before. */
        record Contested(long line) implements Earlier {}
    }

    /** A fact that is not to be taken after all; it said that there is no figure if {@code missing} is there. */
    record TakenBack(long line, AreaCode area, @Nullable MissingReason missing) {}

    /** Enters a fact, unless an earlier row is about the same reading; what that makes of this row is then the answer. */
    @Nullable Earlier enter(Fact fact) {
        long key = key(fact.series(), fact.figure());
        long saying = saying(fact.figure().observation());
        int place = place(key);
        if (keys[place] == key) {
            return again(place, saying);
        }
        keys[place] = key;
        says[place] = saying;
        lines[place] = Math.toIntExact(fact.line());
        if (++size * 3L > keys.length * 2L) {
            grow();
        }
        return null;
    }

    private Earlier again(int place, long saying) {
        if (lines[place] < 0) {
            return new Earlier.Contested(-lines[place]);
        }
        if (says[place] == saying) {
            return new Earlier.Same(lines[place]);
        }
        Earlier contradicted = new Earlier.Contradicted(lines[place], missing(place));
        lines[place] = -lines[place];
        return contradicted;
    }

    private @Nullable MissingReason missing(int place) {
        return (says[place] & MEASURED) == 0 ? REASONS.get((int) says[place]) : null;
    }

    /** Takes nothing of certain series after all, and gives what would have been taken of them, in the order of the file. */
    List<TakenBack> takeBack(Predicate<SeriesId> unwanted) {
        Map<Integer, AreaCode> areas = new HashMap<>();
        series.forEach((id, number) -> {
            if (unwanted.test(id)) {
                areas.put(number, id.area());
            }
        });
        List<TakenBack> back = new ArrayList<>();
        for (int place = 0; place < keys.length; place++) {
            AreaCode area = lines[place] > 0 ? areas.get(seriesNumber(place)) : null;
            if (area != null) {
                back.add(new TakenBack(lines[place], area, missing(place)));
                lines[place] = -lines[place];
            }
        }
        back.sort(Comparator.comparingLong(TakenBack::line));
        return back;
    }

    /** Gives every series of which a fact is to be taken. */
    void eachSeriesTaken(Consumer<SeriesId> each) {
        BitSet taken = new BitSet(series.size() + 1);
        for (int place = 0; place < keys.length; place++) {
            if (lines[place] > 0) {
                taken.set(seriesNumber(place));
            }
        }
        series.forEach((id, number) -> {
            if (taken.get(number)) {
                each.accept(id);
            }
        });
    }

    private int seriesNumber(int place) {
        return (int) (keys[place] >>> SERIES_SHIFT);
    }

    /** Whether a fact that was entered is to be taken: the first about its reading, and contradicted by none. */
    boolean takes(Fact fact) {
        int place = place(key(fact.series(), fact.figure()));
        return lines[place] == fact.line();
    }

    /** Whether a fact about this reading was entered. */
    boolean holds(SeriesId id, ReportingPeriod period, Vintage vintage) {
        Integer seriesNumber = series.get(id);
        Integer periodNumber = periods.get(period);
        if (seriesNumber == null || periodNumber == null) {
            return false;
        }
        long key = key(seriesNumber, periodNumber, vintage);
        return keys[place(key)] == key;
    }

    /** How many readings were entered, each once. */
    int size() {
        return size;
    }

    /** How many different series were entered. */
    int seriesCount() {
        return series.size();
    }

    /** How many different series and periods were entered. */
    int seriesAndPeriods() {
        return series.size() + periods.size();
    }

    private long key(SeriesId id, Figure figure) {
        return key(number(series, id), number(periods, figure.period()), figure.vintage());
    }

    private static long key(long seriesNumber, long periodNumber, Vintage vintage) {
        return (seriesNumber << SERIES_SHIFT) | (periodNumber << VINTAGE_BITS) | vintage.rank();
    }

    /** The number of {@code one} in the order of first mention, from 1. */
    private static <K> int number(Map<K, Integer> numbers, K one) {
        Integer known = numbers.get(one);
        if (known != null) {
            return known;
        }
        int next = numbers.size() + 1;
        numbers.put(one, next);
        return next;
    }

    private static long saying(Observation observation) {
        return switch (observation) {
            case Observation.Missing none -> REASONS.indexOf(none.missing());
            case Observation.Measured measured -> {
                long hash = mixed(FNV_OFFSET, measured.value());
                hash = mixed(hash, measured.lower());
                hash = mixed(hash, measured.upper());
                hash = (hash ^ (measured.lowReliability() ? 1 : 0)) * FNV_PRIME;
                hash = (hash ^ (measured.combinedAreas() ? 1 : 0)) * FNV_PRIME;
                yield hash | MEASURED;
            }
        };
    }

    private static long mixed(long before, @Nullable Quantity quantity) {
        long hash = (before ^ (quantity == null ? 0 : 1)) * FNV_PRIME;
        String text = quantity == null ? "" : quantity.value().toString();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** Where {@code key} stands or may be put; series are numbered from 1, so no key is 0. */
    private int place(long key) {
        int mask = keys.length - 1;
        long mixed = key * 0x9e3779b97f4a7c15L;
        int place = (int) (mixed >>> 32) & mask;
        while (keys[place] != 0 && keys[place] != key) {
            place = (place + 1) & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldSays = says;
        int[] oldLines = lines;
        keys = new long[oldKeys.length * 2];
        says = new long[keys.length];
        lines = new int[keys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != 0) {
                int place = place(oldKeys[i]);
                keys[place] = oldKeys[i];
                says[place] = oldSays[i];
                lines[place] = oldLines[i];
            }
        }
    }
}
