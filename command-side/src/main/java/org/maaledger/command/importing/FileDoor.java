package org.maaledger.command.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * Turns files away that are no files of figures, or are not known for what they are: by their name, their first bytes, their header,
 * and whether a row follows it. No file waits for that, because it takes bounded memory: two rows of the file, each of at most
 * {@link FileRows#CELL_CHARACTERS_MAX} characters, and as many at a time as {@link Uploads.Bounds} lets in.
 */
final class FileDoor {

    private FileDoor() {}

    /** What became of the file, if it is turned away; its faults are told. */
    static Optional<ImportReport> turnsAway(ImportOrder order, ImportListener listener) throws IOException {
        List<Fault> faults = order.dataSet() == null
                ? List.of(Fault.of(ImportRule.DATA_SET_UNKNOWN, 1, null, order.fileName()))
                : faults(order.file(), order.mapping());
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        Tallies tallies = new Tallies();
        faults.forEach(fault -> {
            tallies.fault();
            listener.fault(fault);
        });
        if (faults.getFirst().rule() != ImportRule.NO_ROWS.number()) {
            tallies.cutShort();
        }
        return Optional.of(tallies.report(order, 0));
    }

    private static List<Fault> faults(ImportFile file, Mapping mapping) throws IOException {
        try (FileRows rows = new FileRows(file.open())) {
            CsvRecord first = rows.next();
            if (first == null) {
                return List.of(Fault.of(ImportRule.FILE_UNREADABLE, 1, null, null, "the file is empty"));
            }
            Header header = Header.read(first.getFields(), mapping);
            if (!header.faults().isEmpty()) {
                return header.faults();
            }
            return rows.next() == null ? List.of(Fault.of(ImportRule.NO_ROWS, 1, null, null)) : List.of();
        } catch (FileRows.Unreadable e) {
            return List.of(e.fault());
        }
    }
}
