package org.maaledger.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What a ledger answered instead of what was asked: a problem (RFC 9457), or something else in its way.
 *
 * @param ofFile what it says of a file that it refuses whole, in the lines in which it tells of other files; otherwise empty
 */
record Refusal(int status, String code, String detail, String remedy, String ofFile) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXCERPT_CHARACTERS = 200;

    static Refusal of(int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            return new Refusal(
                    status,
                    problem.path("code").asText(),
                    said(problem),
                    problem.path("remedy").asText(),
                    ofFile(problem));
        } catch (JsonProcessingException e) {
            return new Refusal(
                    status,
                    "",
                    excerpt(body),
                    "See whether MAAL_URL names a ledger (" + e.getOriginalMessage() + ").",
                    "");
        }
    }

    /** What it says in words, with what it says of each field. */
    private static String said(JsonNode problem) {
        StringBuilder said = new StringBuilder();
        for (String name : List.of("detail", "title", "error")) {
            if (said.isEmpty()) {
                said.append(problem.path(name).asText());
            }
        }
        for (JsonNode error : problem.path("errors")) {
            said.append(" %s: %s."
                    .formatted(
                            error.path("field").asText(), error.path("message").asText()));
        }
        return said.toString();
    }

    private static String ofFile(JsonNode problem) {
        if (!problem.has("report")) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        for (JsonNode fault : problem.path("faults")) {
            lines.append(line("fault", fault));
        }
        return lines.append(line("report", problem.path("report"))).toString();
    }

    private static String line(String what, JsonNode said) {
        ObjectNode line = JSON.createObjectNode();
        line.set(what, said);
        return line + "\n";
    }

    /** Whether other files are in the way, which will be done some time. */
    boolean isBusy() {
        return code.equals("imports-busy");
    }

    /** In one line. */
    String line(String ledger) {
        String said = detail.isEmpty() ? "status " + status : detail;
        return "The ledger at %s refuses: %s%s".formatted(ledger, said, remedy.isEmpty() ? "" : " " + remedy);
    }

    private static String excerpt(String body) {
        return body.length() <= EXCERPT_CHARACTERS ? body.strip() : body.substring(0, EXCERPT_CHARACTERS) + "...";
    }
}
