package org.maaledger.command.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, read as a stream: UTF-8 with or without a byte order mark, plain or gzipped, whatever it is called.
 * Bytes that are not UTF-8 become U+FFFD, so that the cell can be named in which they stand.
 */
final class FileRows implements AutoCloseable {

    /** A cell of a file of figures has a few hundred characters. */
    private static final int CELL_CHARACTERS_MAX = 1 << 20;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;
    private static final int BUFFER_BYTES = 1 << 16;

    /** The file cannot be read any further. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        Unreadable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long lastLine;

    /** Opens a file. */
    FileRows(InputStream file) throws Unreadable {
        try {
            BufferedInputStream in = new BufferedInputStream(file, BUFFER_BYTES);
            in.mark(4);
            boolean gzipped = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
            in.reset();
            InputStream plain = gzipped ? new GZIPInputStream(in, BUFFER_BYTES) : in;
            this.reader = CsvReader.builder()
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .maxBufferSize(CELL_CHARACTERS_MAX)
                    .ofCsvRecord(new InputStreamReader(
                            withoutMark(plain),
                            StandardCharsets.UTF_8
                                    .newDecoder()
                                    .onMalformedInput(CodingErrorAction.REPLACE)
                                    .onUnmappableCharacter(CodingErrorAction.REPLACE)));
            this.records = reader.iterator();
        } catch (IOException e) {
            throw new Unreadable("the file cannot be opened: " + e.getMessage(), e);
        }
    }

    private static InputStream withoutMark(InputStream plain) throws IOException {
        BufferedInputStream in = new BufferedInputStream(plain, BUFFER_BYTES);
        in.mark(3);
        if (in.read() != 0xEF || in.read() != 0xBB || in.read() != 0xBF) {
            in.reset();
        }
        return in;
    }

    /** The next record, null at the end of the file. */
    @Nullable CsvRecord next() throws Unreadable {
        try {
            if (!records.hasNext()) {
                return null;
            }
            CsvRecord read = records.next();
            lastLine = read.getStartingLineNumber();
            return read;
        } catch (CsvParseException | UncheckedIOException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new Unreadable("reading stopped behind line %d: %s".formatted(lastLine, cause.getMessage()), e);
        }
    }

    /** The line on which the last record began. */
    long lastLine() {
        return lastLine;
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
