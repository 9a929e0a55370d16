package org.maaledger.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What a ledger answered instead of what was asked: a problem (RFC 9457), or something else in its way. */
record Refusal(int status, String code, String detail, String remedy) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int EXCERPT_CHARACTERS = 200;

    static Refusal of(int status, String body) {
        try {
            JsonNode problem = JSON.readTree(body);
            if (problem.has("detail")) {
                return new Refusal(
                        status,
                        problem.path("code").asText(),
                        problem.path("detail").asText(),
                        problem.path("remedy").asText());
            }
        } catch (JsonProcessingException e) {
            return new Refusal(
                    status, "", excerpt(body), "See whether MAAL_URL names a ledger (" + e.getOriginalMessage() + ").");
        }
        return new Refusal(status, "", excerpt(body), "");
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
