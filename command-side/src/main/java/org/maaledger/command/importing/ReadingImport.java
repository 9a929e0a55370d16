package org.maaledger.command.importing;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.maaledger.kernel.provenance.SourceRef;

/**
 * Reads a file of figures, tells every fault, and brings the ledger up to what the file says.
 *
 * <p>The file is read twice. The first time everything is checked, so that whether a row is taken depends on the whole file and on
 * nothing else; only then, and only if it could be read to its end, its rows are recorded.
 */
final class ReadingImport {

    /** A row takes 20 to 40 bytes of memory until the file is done. */
    static final int ROWS_MAX = 2_000_000;

    private static final int PROGRESS_ROWS = 5_000;

    private final ImportLedger ledger;
    private final LocalDate today;
    private final int gatheredMax;

    /** @param today the date of the act: periods must have begun by then */
    ReadingImport(ImportLedger ledger, LocalDate today) {
        this(ledger, today, Recording.GATHERED_MAX);
    }

    /** @param gatheredMax readings gathered before they are sent; it changes nothing but memory and speed */
    ReadingImport(ImportLedger ledger, LocalDate today, int gatheredMax) {
        this.ledger = ledger;
        this.today = today;
        this.gatheredMax = gatheredMax;
    }

    /**
     * Imports a file, or only checks it.
     *
     * @param begins is run when everything is checked and something is to be recorded, before anything is; nothing is if it throws
     */
    ImportReport run(ImportOrder order, ImportListener listener, Runnable begins) throws IOException {
        Optional<ImportReport> turnedAway = FileDoor.turnsAway(order, listener);
        if (turnedAway.isPresent()) {
            return turnedAway.get();
        }
        DataSet dataSet = Objects.requireNonNull(order.dataSet(), "a file that is not known is turned away");
        Mapping mapping = order.mapping();
        Tallies tallies = new Tallies();
        AreaBook book = new AreaBook();
        NewPlaces places = new NewPlaces();
        ledger.fill(book);
        RowReader reader = new RowReader(
                mapping,
                new AreaCells(mapping, book, places),
                new IndicatorCells(dataSet, mapping, order.dictionary(), ledger),
                new PeriodCells(mapping.periods(), today),
                new LateReadings(ledger));
        SourceRef source = new SourceRef(mapping.title() + ": " + dataSet.name(), null, mapping.licence());
        Inspection inspection = new Inspection(ledger, mapping, places, source, tallies, listener);
        inspect(order, reader, inspection, tallies, listener);
        if (tallies.readToTheEnd()) {
            boolean records = !order.check() && tallies.accepted() > 0;
            if (records) {
                begins.run();
            }
            listener.checked(tallies.rows());
            if (records) {
                try (SeriesSender sender = new SeriesSender(ledger, source, tallies)) {
                    record(order, reader, inspection, sender, tallies, listener);
                }
            }
        }
        return tallies.report(order, inspection.seen().seriesCount());
    }

    private static void inspect(
            ImportOrder order, RowReader reader, Inspection inspection, Tallies tallies, ImportListener listener)
            throws IOException {
        try (FileRows rows = new FileRows(order.file().open())) {
            Header header = header(rows, order.mapping());
            for (CsvRecord cells = rows.next(); cells != null; cells = rows.next()) {
                if (tallies.rows() == ROWS_MAX) {
                    throw new FileRows.Unreadable(ImportRule.TOO_MANY_ROWS, rows.lastLine(), "", null);
                }
                tallies.row(reader.readingsPerRow());
                inspect(cells, header, reader, inspection);
                if (inspection.isTooWide()) {
                    throw new FileRows.Unreadable(ImportRule.FILE_TOO_WIDE, rows.lastLine(), "", null);
                }
                if (tallies.rows() % PROGRESS_ROWS == 0) {
                    listener.checked(tallies.rows());
                }
            }
            inspection.end();
        } catch (FileRows.Unreadable e) {
            inspection.fault(e.fault());
            tallies.cutShort();
        }
    }

    private static Header header(FileRows rows, Mapping mapping) throws FileRows.Unreadable {
        CsvRecord first = rows.next();
        return Header.read(first == null ? List.of() : first.getFields(), mapping);
    }

    private static void inspect(CsvRecord cells, Header header, RowReader reader, Inspection inspection) {
        if (cells.getFieldCount() == header.width()) {
            reader.read(new Row(cells, header.columns()), inspection);
            return;
        }
        inspection.fault(Fault.of(
                ImportRule.ROW_WIDTH,
                cells.getStartingLineNumber(),
                null,
                cells.getField(0),
                "the row has %d cells, the header %d".formatted(cells.getFieldCount(), header.width())));
        for (int i = 0; i < reader.readingsPerRow(); i++) {
            inspection.refused(ImportRule.ROW_WIDTH);
        }
    }

    private void record(
            ImportOrder order,
            RowReader reader,
            Inspection inspection,
            SeriesSender sender,
            Tallies tallies,
            ImportListener listener)
            throws IOException {
        long accepted = tallies.accepted();
        Runnable progress = () -> listener.recorded(tallies.settled(), accepted);
        progress.run();
        sender.registerAreas(inspection.newAreas());
        sender.registerIndicators(inspection.newIndicators());
        Recording recording = new Recording(inspection.seen(), sender, gatheredMax, progress);
        try (FileRows rows = new FileRows(order.file().open())) {
            Header header = header(rows, order.mapping());
            for (CsvRecord cells = rows.next(); cells != null; cells = rows.next()) {
                if (cells.getFieldCount() == header.width()) {
                    reader.read(new Row(cells, header.columns()), recording);
                }
            }
            recording.send();
        } catch (FileRows.Unreadable e) {
            throw new IllegalStateException("the file changed while it was read", e);
        }
        sender.refusals().forEach(inspection::fault);
        tallies.requireSum();
    }
}
