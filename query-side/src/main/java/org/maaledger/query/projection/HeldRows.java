package org.maaledger.query.projection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The open rows of a generation that is being filled, held back in memory: most of those that will be replaced are replaced soon, and
 * then they are written once, with their end, instead of being written and changed.
 */
final class HeldRows {

    /** As many rows as fit 50 MB; more than that, and the longest held of the largest table are written as they are. */
    static final int ROWS_MAX = 50_000;

    private final Map<Table, LinkedHashMap<String, Rows.Version>> open = new HashMap<>();
    private final Set<Table> incomplete = new HashSet<>();
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
        LinkedHashMap<String, Rows.Version> rows = open.computeIfAbsent(table, key -> new LinkedHashMap<>());
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
            } else if (incomplete.contains(table)) {
                Long end = made.replaced().get(version.key());
                if (end != null && end == version.from()) {
                    replaced.put(version.key(), end);
                }
            }
            if (version.to() == Table.OPEN) {
                rows.put(version.key(), version);
                held++;
            } else {
                closed.add(version);
            }
        }
        return new Rows.Writing(closed, replaced);
    }

    /** Lets go of half of the largest table, which is to be written as well. */
    private void release(Map<Table, Rows.Writing> due) {
        Table table = open.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .orElseThrow()
                .getKey();
        LinkedHashMap<String, Rows.Version> rows = open.getOrDefault(table, new LinkedHashMap<>());
        List<Rows.Version> released = due.computeIfAbsent(
                        table, key -> new Rows.Writing(new ArrayList<>(), new HashMap<>()))
                .versions();
        Iterator<Rows.Version> longest = rows.values().iterator();
        for (int left = (rows.size() + 1) / 2; left > 0; left--) {
            released.add(longest.next());
            longest.remove();
            held--;
        }
        incomplete.add(table);
    }

    /** All that are still held; from then on none is. */
    Map<Table, Rows.Writing> rest() {
        Map<Table, Rows.Writing> rest = new HashMap<>();
        open.forEach((table, rows) -> rest.put(table, new Rows.Writing(List.copyOf(rows.values()), Map.of())));
        open.clear();
        held = 0;
        return rest;
    }
}
