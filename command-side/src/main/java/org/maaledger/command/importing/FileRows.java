package org.maaledger.command.importing;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The records of a CSV file, read as a stream: UTF-8 with or without a byte order mark, plain or gzipped, whatever it is called.
 * Bytes that are not UTF-8 become U+FFFD, so that the cell can be named in which they stand.
 */
final class FileRows implements AutoCloseable {

    /** A cell of a file of figures has a few hundred characters. */
    static final int CELL_CHARACTERS_MAX = 1 << 20;

    /** Published files have some dozen columns. */
    static final int COLUMNS_MAX = 1_000;

    /** Four times what two million rows of the longest published file take. */
    static final long FILE_BYTES_MAX = 1L << 31;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final Pattern RECORD_LINE = Pattern.compile("line ([0-9]{1,18})");

    /** The file cannot be read any further. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;

        private final ImportRule rule;
        private final long line;

        Unreadable(ImportRule rule, long line, String message, @Nullable Throwable cause) {
            super(message, cause);
            this.rule = rule;
            this.line = line;
        }

        ImportRule rule() {
            return rule;
        }

        /** It as a fault of the row that cannot be read. */
        Fault fault() {
            String said = String.valueOf(getMessage());
            return said.isEmpty() ? Fault.of(rule, line, null, null) : Fault.of(rule, line, null, null, said);
        }
    }

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> records;
    private long lastLine;

    /** Opens a file. */
    FileRows(InputStream file) throws Unreadable {
        this(file, FILE_BYTES_MAX);
    }

    /** Opens a file that may have so many bytes, once unpacked. */
    FileRows(InputStream file, long bytesMax) throws Unreadable {
        try {
            this.reader = CsvReader.builder()
                    .skipEmptyLines(true)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .maxBufferSize(CELL_CHARACTERS_MAX)
                    .build(
                            CsvRecordHandler.builder()
                                    .maxFields(COLUMNS_MAX)
                                    .maxFieldSize(CELL_CHARACTERS_MAX)
                                    .maxRecordSize(CELL_CHARACTERS_MAX)
                                    .build(),
                            new InputStreamReader(
                                    text(file, bytesMax),
                                    StandardCharsets.UTF_8
                                            .newDecoder()
                                            .onMalformedInput(CodingErrorAction.REPLACE)
                                            .onUnmappableCharacter(CodingErrorAction.REPLACE)));
            this.records = reader.iterator();
        } catch (IOException e) {
            throw new Unreadable(ImportRule.FILE_UNREADABLE, 1, "the file cannot be opened: " + words(e), e);
        }
    }

    /** The text of the file: unpacked, without its mark. */
    private static InputStream text(InputStream file, long bytesMax) throws IOException, Unreadable {
        BufferedInputStream in = new BufferedInputStream(file, BUFFER_BYTES);
        FileKind kind = FileKind.of(in);
        if (kind == FileKind.GZIP) {
            in = new BufferedInputStream(new GZIPInputStream(in, BUFFER_BYTES), BUFFER_BYTES);
            kind = FileKind.of(in);
        }
        return switch (kind) {
            case TEXT -> new BoundedBytes(in, bytesMax);
            case TEXT_WITH_MARK -> {
                in.skipNBytes(kind.marks());
                yield new BoundedBytes(in, bytesMax);
            }
            case GZIP, ZIP, OLD_SPREADSHEET, PDF, PARQUET, UTF_16_LOW_FIRST, UTF_16_HIGH_FIRST, WEB_PAGE, BINARY ->
                throw new Unreadable(
                        ImportRule.FILE_UNREADABLE, 1, "the file is %s, not CSV in UTF-8".formatted(kind.says()), null);
        };
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
        } catch (CsvParseException e) {
            throw new Unreadable(ImportRule.FILE_UNREADABLE, lineOf(e), words(e), e);
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            ImportRule rule =
                    cause instanceof BoundedBytes.TooMany ? ImportRule.FILE_TOO_LONG : ImportRule.FILE_UNREADABLE;
            throw new Unreadable(
                    rule, lastLine + 1, "reading stopped behind line %d: %s".formatted(lastLine, words(cause)), e);
        }
    }

    private long lineOf(CsvParseException fault) {
        Matcher line = RECORD_LINE.matcher(String.valueOf(fault.getMessage()));
        return line.find() ? Long.parseLong(line.group(1)) : lastLine + 1;
    }

    /** What the reader of the library says, in words for whoever made the file. */
    private static String words(CsvParseException fault) {
        String said = String.valueOf(fault.getMessage());
        if (said.startsWith("Unclosed quoted field")) {
            return "a quotation mark that is opened in this row is never closed";
        }
        if (said.startsWith("The maximum buffer size")) {
            return "a cell has more than %,d characters, or a quotation mark is never closed"
                    .formatted(CELL_CHARACTERS_MAX);
        }
        if (said.endsWith("fields")) {
            return "the row has more than %,d cells".formatted(COLUMNS_MAX);
        }
        return said.startsWith("Unexpected character after closing quote")
                ? "a cell goes on behind its closing quotation mark; within a cell a quotation mark is written twice"
                : said;
    }

    private static String words(IOException fault) {
        return fault instanceof EOFException ? "the file is cut off" : String.valueOf(fault.getMessage());
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
