package org.maaledger.command.importing;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what becomes of the readings of a file. Recorded, corrected and unchanged are counted by several threads. */
final class Tallies {

    private long rows;
    private long readings;
    private long faults;
    private long areas;
    private long indicators;
    private boolean readToTheEnd = true;
    private final Map<String, Long> missing = new TreeMap<>();
    private final Map<Integer, Long> refused = new TreeMap<>();
    private final LongAdder recorded = new LongAdder();
    private final LongAdder corrected = new LongAdder();
    private final LongAdder unchanged = new LongAdder();

    void row(int readingsInIt) {
        rows++;
        readings += readingsInIt;
    }

    void fault() {
        faults++;
    }

    void area() {
        areas++;
    }

    void indicator() {
        indicators++;
    }

    void cutShort() {
        readToTheEnd = false;
    }

    void missing(String reason, int change) {
        missing.merge(reason, (long) change, Long::sum);
    }

    void refused(ImportRule rule, long count) {
        refused.merge(rule.number(), count, Long::sum);
    }

    void settled(int newlyRecorded, int newlyCorrected, int known) {
        recorded.add(newlyRecorded);
        corrected.add(newlyCorrected);
        unchanged.add(known);
    }

    long rows() {
        return rows;
    }

    long settled() {
        return recorded.sum() + corrected.sum() + unchanged.sum();
    }

    boolean readToTheEnd() {
        return readToTheEnd;
    }

    /** The readings that no rule stands against. */
    long accepted() {
        return readings - refused.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whatever was accepted is in the ledger: a report must not say otherwise. */
    void requireSum() {
        if (accepted() != settled()) {
            throw new IllegalStateException(
                    "of %d accepted readings %d are in the ledger".formatted(accepted(), settled()));
        }
    }

    ImportReport report(ImportOrder order, long series) {
        missing.values().removeIf(count -> count == 0);
        return new ImportReport(
                order.fileName(),
                order.mapping().name(),
                order.check(),
                readToTheEnd,
                rows,
                readings,
                accepted(),
                recorded.sum(),
                corrected.sum(),
                unchanged.sum(),
                Map.copyOf(missing),
                Map.copyOf(refused),
                faults,
                series,
                areas,
                indicators);
    }
}
