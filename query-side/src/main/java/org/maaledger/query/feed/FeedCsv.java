package org.maaledger.query.feed;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.maaledger.query.history.Step;
import tools.jackson.databind.json.JsonMapper;

/** The change feed as a table (RFC 4180), for spreadsheets too: no cell of it can be taken for a formula. */
final class FeedCsv {

    private static final List<String> HEADER = List.of(
            "position",
            "stream",
            "sequence",
            "event",
            "revision",
            "actor",
            "body",
            "office",
            "command",
            "actedOn",
            "recordedAt",
            "enteredLate",
            "words",
            "change");

    private FeedCsv() {}

    static String of(List<Step> steps, JsonMapper json) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(HEADER);
            steps.forEach(step -> csv.writeRecord(cells(step, json)));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory could not be written", e);
        }
        return text.toString();
    }

    private static List<String> cells(Step step, JsonMapper json) {
        return List.of(
                Long.toString(step.position()),
                harmless(step.stream()),
                Long.toString(step.sequence()),
                step.event(),
                Integer.toString(step.revision()),
                step.actor().toString(),
                harmless(step.body().value()),
                step.office().toString(),
                harmless(step.command()),
                step.actedOn().toString(),
                step.recordedAt().toString(),
                Boolean.toString(step.enteredLate()),
                harmless(step.words()),
                harmless(json.writeValueAsString(step.change())));
    }

    /** A cell that begins like a formula is given an apostrophe before it, which spreadsheets show as text. */
    static String harmless(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
