package org.maaledger.command.importing;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.reading.Figure;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.reading.SeriesId;

/**
 * Which readings a file has stated so far, to find those it states twice. Exact in series, period and vintage; what a reading says is
 * kept as a hash of 64 bits. A row takes 20 bytes in tables that are at most two thirds full.
 */
final class SeenFigures {

    private static final int CAPACITY_FIRST = 1 << 12;
    private static final int VINTAGE_BITS = 3;
    private static final int SERIES_SHIFT = 32;
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final Map<SeriesId, Integer> series = new HashMap<>();
    private final Map<ReportingPeriod, Integer> periods = new HashMap<>();
    private long[] keys = new long[CAPACITY_FIRST];
    private long[] says = new long[CAPACITY_FIRST];
    private int[] lines = new int[CAPACITY_FIRST];
    private int size;

    /**
     * An earlier row about the same reading.
     *
     * @param same whether it says the same of it
     */
    record Earlier(long line, boolean same) {}

    /** Enters a fact, unless an earlier row is about the same reading; that is then the answer. */
    @Nullable Earlier enter(Fact fact) {
        long key = key(fact.series(), fact.figure());
        long saying = saying(fact.figure());
        int place = place(key);
        if (keys[place] == key) {
            return new Earlier(lines[place], says[place] == saying);
        }
        keys[place] = key;
        says[place] = saying;
        lines[place] = Math.toIntExact(fact.line());
        if (++size * 3L > keys.length * 2L) {
            grow();
        }
        return null;
    }

    /** How many different series were entered. */
    int seriesCount() {
        return series.size();
    }

    private long key(SeriesId id, Figure figure) {
        long nextSeries = series.size() + 1L;
        long seriesNumber = series.computeIfAbsent(id, key -> (int) nextSeries);
        long nextPeriod = periods.size();
        long periodNumber = periods.computeIfAbsent(figure.period(), key -> (int) nextPeriod);
        return (seriesNumber << SERIES_SHIFT)
                | (periodNumber << VINTAGE_BITS)
                | figure.vintage().rank();
    }

    private static long saying(Figure figure) {
        String text = figure.observation().toString();
        long hash = FNV_OFFSET;
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
