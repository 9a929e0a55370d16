package org.maaledger.query.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The open rows of a generation that is being filled, held back in memory: most of those that will be replaced are replaced soon, and
 * then they are written once, with their end, instead of being written and changed.
 */
final class HeldRows {

    /** As many rows as fit 50 MB; more than that, and those least likely to be replaced are written as they are. */
    static final int ROWS_MAX = 50_000;

    /** The open rows of one table, and how often a row of it was replaced so far. */
    private static final class Held {
        private final LinkedHashMap<String, Rows.Version> rows = new LinkedHashMap<>();
        private @Nullable ReleasedKeys released;
        private long made;
        private long replaced;

        /** How much is saved by letting go of half of them: many rows, few of which were replaced. */
        double burden() {
            return (double) rows.size() * (made + 1) / (replaced + 1);
        }
    }

    private final Map<Table, Held> open = new HashMap<>();
    private final int most;
    private int held;

    /** Holds {@code most} rows at most. */
    HeldRows(int most) {
        this.most = most;
    }

    /** Takes what a batch has made, and returns what is to be written now. */
    Map<Table, Rows.Writing> take(Map<Table, Rows.Writing> made) {
        Map<Table, Rows.Writing> due = new HashMap<>();
        made.forEach((table, writing) -> due.put(table, take(table, writing)));
        while (held > most) {
            release(due);
        }
        due.values()
                .removeIf(writing ->
                        writing.versions().isEmpty() && writing.replaced().isEmpty());
        return due;
    }

    private Rows.Writing take(Table table, Rows.Writing made) {
        Held of = open.computeIfAbsent(table, key -> new Held());
        of.made += made.versions().size();
        LinkedHashMap<String, Rows.Version> rows = of.rows;
        List<Rows.Version> closed = new ArrayList<>();
        Map<String, Long> replaced = new HashMap<>();
        for (Rows.Version version : made.versions()) {
            Rows.Version before = rows.remove(version.key());
            if (before != null) {
                held--;
                if (!made.replaced().containsKey(version.key())) {
                    // Of a batch before, so only event by event can it be told which event is at fault.
                    throw new Rows.NotNew(table, version.key());
                }
                closed.add(before.until(version.from()));
                of.replaced++;
            } else if (of.released != null) {
                Long end = made.replaced().get(version.key());
                if (end != null && end == version.from() && of.released.mayHold(version.key())) {
                    replaced.put(version.key(), end);
                    of.replaced++;
                }
            }
            if (version.to() == Table.OPEN) {
                rows.put(version.key(), version);
                held++;
            } else {
                closed.add(version);
                of.replaced++;
            }
        }
        return new Rows.Writing(closed, replaced);
    }

    /** Lets go of half of the rows of the table whose rows are least likely to be replaced; they are to be written as well. */
    private void release(Map<Table, Rows.Writing> due) {
        Map.Entry<Table, Held> burden = open.entrySet().stream()
                .max(Comparator.comparingDouble(entry -> entry.getValue().burden()))
                .orElseThrow();
        Held of = burden.getValue();
        ReleasedKeys keys = of.released == null ? new ReleasedKeys(ReleasedKeys.KEYS_MAX) : of.released;
        of.released = keys;
        List<Rows.Version> released = due.computeIfAbsent(
                        burden.getKey(), key -> new Rows.Writing(new ArrayList<>(), new HashMap<>()))
                .versions();
        Iterator<Rows.Version> longest = of.rows.values().iterator();
        for (int left = (of.rows.size() + 1) / 2; left > 0; left--) {
            Rows.Version version = longest.next();
            released.add(version);
            keys.note(version.key());
            longest.remove();
            held--;
        }
    }

    /** All that are still held; from then on none is. */
    Map<Table, Rows.Writing> rest() {
        Map<Table, Rows.Writing> rest = new HashMap<>();
        open.forEach((table, of) -> rest.put(table, new Rows.Writing(List.copyOf(of.rows.values()), Map.of())));
        open.clear();
        held = 0;
        return rest;
    }
}
