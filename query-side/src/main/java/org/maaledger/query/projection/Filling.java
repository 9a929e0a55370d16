package org.maaledger.query.projection;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows of a generation that nobody reads yet. Its tables get their keys when the rows are there, which costs a fraction of keeping
 * them up row by row; only a table in which a row must be looked up before gets its key earlier.
 */
final class Filling {

    private final Projector projection;
    private final Generation generation;
    private final RowWriter writer;
    private final JdbcTemplate jdbc;
    private final HeldRows held = new HeldRows(HeldRows.ROWS_MAX);
    private final Set<Table> keyed = new HashSet<>();

    Filling(Projector projection, Generation generation, RowWriter writer, JdbcTemplate jdbc) {
        this.projection = projection;
        this.generation = generation;
        this.writer = writer;
        this.jdbc = jdbc;
    }

    Projector projection() {
        return projection;
    }

    void write(Rows rows) {
        Map<Table, Rows.Writing> due = held.take(rows.writing());
        due.forEach((table, writing) -> {
            if (!writing.replaced().isEmpty()) {
                addKey(table);
            }
        });
        writer.write(projection, generation, due);
    }

    /** Writes what is still held. */
    void finish() {
        writer.write(projection, generation, held.rest());
    }

    /** Gives every table its key. */
    void addKeys() {
        InParallel.update(
                jdbc,
                projection.tables().stream().filter(keyed::add).map(this::key).toList());
    }

    private void addKey(Table table) {
        if (keyed.add(table)) {
            InParallel.update(jdbc, key(table));
        }
    }

    private String key(Table table) {
        return "alter table %s.%s add primary key (row_key, to_position)".formatted(generation.schema(), table.name());
    }
}
