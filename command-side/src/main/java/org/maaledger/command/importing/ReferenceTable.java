package org.maaledger.command.importing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/** The tables of reference data that the program ships. */
final class ReferenceTable {

    /** A row of a table. */
    record Row(NamedCsvRecord cells) {

        /** What stands in a column, empty if nothing does. */
        String cell(String column) {
            return cells.getField(column);
        }

        /** What stands in a column of several values. */
        List<String> list(String column) {
            String cell = cell(column);
            return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
        }
    }

    private ReferenceTable() {}

    /** Gives every row of a table, in order. */
    static void read(String resource, Consumer<Row> each) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the program");
            }
            try (CsvReader<NamedCsvRecord> table =
                    CsvReader.builder().ofNamedCsvRecord(new String(in.readAllBytes(), StandardCharsets.UTF_8))) {
                table.forEach(cells -> each.accept(new Row(cells)));
            }
        } catch (IOException e) {
            throw new IllegalStateException(resource + " cannot be read", e);
        }
    }
}
