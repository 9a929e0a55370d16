package org.maaledger.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says in a few lines what became of files. */
final class ImportSummary {

    private long files;
    private long readings;
    private long accepted;
    private long recorded;
    private long corrected;
    private long unchanged;
    private long refused;
    private boolean whole = true;

    /** What became of one file. */
    String of(String name, JsonNode report) {
        long refusedHere = sum(report.path("refused"));
        files++;
        readings += report.path("readings").asLong();
        accepted += report.path("accepted").asLong();
        recorded += report.path("recorded").asLong();
        corrected += report.path("corrected").asLong();
        unchanged += report.path("unchanged").asLong();
        refused += refusedHere;
        boolean all = report.path("readToTheEnd").asBoolean();
        whole &= all;
        List<String> parts = new ArrayList<>();
        parts.add(done(report));
        parts.add(refusedHere == 0 ? "none refused" : number(refusedHere) + " refused (" + rules(report) + ")");
        if (!report.path("missing").isEmpty()) {
            parts.add(number(sum(report.path("missing"))) + " say that there is no figure (" + reasons(report) + ")");
        }
        grown(report, "areasRegistered", "area", parts);
        grown(report, "indicatorsRegistered", "indicator", parts);
        return "%s: %s rows: %s%s."
                .formatted(
                        name,
                        number(report.path("rows").asLong()),
                        String.join(", ", parts),
                        all ? "" : "; NOT READ TO THE END, so nothing of it was recorded");
    }

    /** What became of all; empty for a single file. */
    String ofAll(boolean check, long seconds) {
        if (files < 2) {
            return "";
        }
        String done = check
                ? number(accepted) + " acceptable"
                : "%s recorded, %s corrected, %s unchanged"
                        .formatted(number(recorded), number(corrected), number(unchanged));
        return "%s files in %d s: %s readings: %s, %s refused%s."
                .formatted(
                        number(files),
                        seconds,
                        number(readings),
                        done,
                        number(refused),
                        whole ? "" : "; not all files could be read to their end");
    }

    /** One fault, on one line; what the file holds cannot move the cursor of a terminal. */
    static String fault(String name, JsonNode fault) {
        StringBuilder line = new StringBuilder("%s:%s: rule %s"
                .formatted(name, fault.path("row").asText(), fault.path("rule").asText()));
        if (fault.has("column")) {
            line.append(", column ").append(fault.path("column").asText());
        }
        if (fault.has("value")) {
            line.append(", '").append(fault.path("value").asText()).append('\'');
        }
        line.append(": ")
                .append(fault.path("message").asText())
                .append(". To mend it: ")
                .append(fault.path("remedy").asText())
                .append('.');
        return Printable.line(line.toString());
    }

    private static String done(JsonNode report) {
        return report.path("check").asBoolean()
                ? number(report.path("accepted").asLong()) + " acceptable"
                : "%s recorded, %s corrected, %s unchanged"
                        .formatted(
                                number(report.path("recorded").asLong()),
                                number(report.path("corrected").asLong()),
                                number(report.path("unchanged").asLong()));
    }

    private static void grown(JsonNode report, String field, String what, List<String> parts) {
        long count = report.path(field).asLong();
        if (count > 0) {
            parts.add("%s new %s%s".formatted(number(count), what, count == 1 ? "" : "s"));
        }
    }

    private static String rules(JsonNode report) {
        return report.path("refused").properties().stream()
                .map(entry -> "rule %s: %s"
                        .formatted(entry.getKey(), number(entry.getValue().asLong())))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String reasons(JsonNode report) {
        return report.path("missing").properties().stream()
                .map(entry -> "%s: %s"
                        .formatted(entry.getKey(), number(entry.getValue().asLong())))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (Map.Entry<String, JsonNode> entry : counts.properties()) {
            sum += entry.getValue().asLong();
        }
        return sum;
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
