package org.maaledger.command.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;

/** Reads a file of figures, tells every fault, and brings the ledger up to what the file says. */
final class ReadingImport {

    /** A row takes 20 to 40 bytes of memory until the file is done. */
    static final int ROWS_MAX = 2_000_000;

    private static final int PROGRESS_ROWS = 5_000;

    private final ImportLedger ledger;
    private final LocalDate today;

    /** @param today the date of the act: periods must have begun by then */
    ReadingImport(ImportLedger ledger, LocalDate today) {
        this.ledger = ledger;
        this.today = today;
    }

    /**
     * Imports a file, or only checks it.
     *
     * @param fileName what the file is called, which names its source and the indicators that grow from it
     * @param check whether nothing is to be changed
     */
    ImportReport run(InputStream file, String fileName, Mapping mapping, boolean check, ImportListener listener)
            throws IOException {
        AreaBook book = new AreaBook();
        ledger.fill(book);
        IndicatorCells indicators = new IndicatorCells(fileName, mapping, ledger::definition);
        RowReader reader = new RowReader(
                mapping, new AreaCells(mapping, book), indicators, new PeriodCells(mapping.periods(), today));
        try (ImportRun run = new ImportRun(ledger, fileName, mapping, check, listener)) {
            read(file, mapping, reader, run);
            return run.finish();
        }
    }

    private static void read(InputStream file, Mapping mapping, RowReader reader, ImportRun run) throws IOException {
        long line = 1;
        try (FileRows rows = new FileRows(file)) {
            CsvRecord first = rows.next();
            if (first == null) {
                run.unreadable(1, "the file is empty");
                return;
            }
            Header header = Header.read(first.getFields(), mapping);
            if (!header.faults().isEmpty()) {
                header.faults().forEach(run::fault);
                run.cutShort();
                return;
            }
            long read = 0;
            for (CsvRecord cells = rows.next(); cells != null; cells = rows.next()) {
                line = rows.lastLine();
                if (++read > ROWS_MAX) {
                    run.fault(Fault.of(ImportRule.TOO_MANY_ROWS, line, null, null));
                    run.cutShort();
                    return;
                }
                readRow(cells, header, reader, run);
                if (read % PROGRESS_ROWS == 0) {
                    run.progress();
                }
            }
        } catch (FileRows.Unreadable e) {
            run.unreadable(line, String.valueOf(e.getMessage()));
        }
    }

    private static void readRow(CsvRecord cells, Header header, RowReader reader, ImportRun run) {
        run.row(reader.readingsPerRow());
        if (cells.getFieldCount() != header.width()) {
            run.fault(Fault.of(
                    ImportRule.ROW_WIDTH,
                    cells.getStartingLineNumber(),
                    null,
                    cells.getField(0),
                    "the row has %d cells, the header %d".formatted(cells.getFieldCount(), header.width())));
            for (int i = 0; i < reader.readingsPerRow(); i++) {
                run.refused(ImportRule.ROW_WIDTH);
            }
            return;
        }
        reader.read(new Row(cells, header.columns()), run);
    }
}
