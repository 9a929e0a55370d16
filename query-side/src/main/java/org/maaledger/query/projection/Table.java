package org.maaledger.query.projection;

import java.util.List;

/**
 * A table of versioned rows.
 *
 * <p>Beside its own columns each has {@code row_key} (its business key), {@code from_position} and {@code to_position} (the row is
 * what the ledger knew from the one to before the other) and {@code valid_from} (the date of the act that made it).
 *
 * @param columns its own columns, in the order in which rows give their values
 */
public record Table(String name, List<String> columns) {

    /** What {@code to_position} says of a row that nothing has replaced. */
    public static final long OPEN = Long.MAX_VALUE;

    public Table {
        columns = List.copyOf(columns);
    }

    /** A table with these columns of its own. */
    public static Table of(String name, String... columns) {
        return new Table(name, List.of(columns));
    }
}
