package org.maaledger.query.projection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows that a batch of facts makes, collected to be written table by table. */
public final class Rows {

    /**
     * One version of one row.
     *
     * @param to where the next version of the same row begins, {@link Table#OPEN} while there is none in this batch
     */
    record Version(String key, long from, long to, LocalDate validFrom, List<@Nullable Object> values) {

        Version until(long next) {
            return new Version(key, from, next, validFrom, values);
        }
    }

    /** A key that must be new is there already. */
    static final class NotNew extends RuntimeException {
        NotNew(Table table, String key) {
            super("the table %s has the key %s already".formatted(table.name(), key));
        }
    }

    private record Staged(Table table, String key, boolean fresh, List<@Nullable Object> values) {}

    private static final class Content {
        private final Map<String, List<Version>> versions = new LinkedHashMap<>();
        private final Map<String, Long> replaces = new LinkedHashMap<>();
    }

    private final Map<Table, Content> tables = new HashMap<>();
    private final List<Staged> staged = new ArrayList<>();

    /** Adds a row whose key no earlier event has used. */
    public void add(Table table, String key, @Nullable Object... values) {
        stage(table, key, true, values);
    }

    /** Adds a row that replaces whatever row of this key was there. */
    public void put(Table table, String key, @Nullable Object... values) {
        stage(table, key, false, values);
    }

    private void stage(Table table, String key, boolean fresh, @Nullable Object[] values) {
        if (values.length != table.columns().size()) {
            throw new IllegalArgumentException("%s has %d columns, not %d"
                    .formatted(table.name(), table.columns().size(), values.length));
        }
        staged.add(new Staged(table, key, fresh, Arrays.asList(values.clone())));
    }

    /** Lets {@code projection} add the rows of {@code fact}: all of them, or none if it fails. */
    void collect(Projector projection, Fact fact) {
        staged.clear();
        projection.apply(fact, this);
        staged.forEach(row -> requireNew(row, fact));
        for (Staged row : staged) {
            keep(row, fact);
        }
    }

    /** Whether an earlier event is of this batch or of one before must make no difference: the database would refuse the row. */
    private void requireNew(Staged row, Fact fact) {
        Content content = tables.get(row.table());
        List<Version> versions = content == null ? null : content.versions.get(row.key());
        if (row.fresh() && versions != null && versions.getLast().from() < fact.position()) {
            throw new NotNew(row.table(), row.key());
        }
    }

    private void keep(Staged row, Fact fact) {
        Content content = tables.computeIfAbsent(row.table(), table -> new Content());
        List<Version> versions = content.versions.computeIfAbsent(row.key(), key -> new ArrayList<>(1));
        Version version = new Version(row.key(), fact.position(), Table.OPEN, fact.actedOn(), row.values());
        if (versions.isEmpty()) {
            if (!row.fresh()) {
                content.replaces.put(row.key(), fact.position());
            }
        } else {
            Version last = versions.removeLast();
            if (last.from() < fact.position()) {
                versions.add(last.until(fact.position()));
            }
        }
        versions.add(version);
    }

    /**
     * What is to be written to one table.
     *
     * @param versions rows, those of one key together and in the order of their positions
     * @param replaced which open rows end, by their keys, and at which position
     */
    record Writing(List<Version> versions, Map<String, Long> replaced) {}

    /** What is to be written, for each table that has rows. */
    Map<Table, Writing> writing() {
        Map<Table, Writing> writing = new HashMap<>();
        tables.forEach((table, content) -> writing.put(
                table,
                new Writing(
                        content.versions.values().stream().flatMap(List::stream).toList(), content.replaces)));
        return writing;
    }
}
