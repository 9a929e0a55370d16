package org.maaledger.command.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of a file, by the names of its columns. */
final class Row {

    private final CsvRecord cells;
    private final Map<String, Integer> columns;

    Row(CsvRecord cells, Map<String, Integer> columns) {
        this.cells = cells;
        this.columns = columns;
    }

    /** The line of the file on which the row begins. */
    long line() {
        return cells.getStartingLineNumber();
    }

    /** What stands in a column; empty if nothing does or the mapping has no such column. */
    String cell(@Nullable String column) {
        Integer index = column == null ? null : columns.get(column);
        return index == null ? "" : cells.getField(index);
    }
}
