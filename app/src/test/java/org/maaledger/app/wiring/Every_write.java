package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Aim: who may see a thing and not change it is told that (403); who may not see it learns nothing of it (404); and nobody does
 * anything without a token (401). Method: every write there is, made from its description, on a draft that few may see.
 */
class Every_write {

    private static final String MIDDLESBROUGH = "E06000002";
    private static final String LEICESTER = "E06000016";

    private static final Map<String, String> KNOWN = new HashMap<>();

    @BeforeAll
    static void draft() {
        HttpResponse<String> reference = TestLedger.post("operations", "operator", "/v1/imports/reference", "{}");
        assertThat(reference.statusCode()).as(reference.body()).isEqualTo(200);
        JsonNode agreement = made(TestLedger.post(MIDDLESBROUGH, "authority-officer", "/v1/agreements", """
                {"kind": "multi-area-agreement", "title": "A draft", "edition": "laa-maa-2008",
                 "from": "2008-04-01", "to": "2011-03-31", "area": "maa:tees-valley",
                 "responsibleAuthority": "E06000002", "governmentOffice": "go:north-east",
                 "members": ["E06000002", "E06000004"], "actedOn": "2008-05-01"}"""));
        String id = agreement.path("agreementId").asText();
        JsonNode target =
                made(TestLedger.post(MIDDLESBROUGH, "authority-officer", "/v1/agreements/" + id + "/targets", """
                {"indicator": "ni:154", "area": "E06000002", "relatesTo": ["E06000002"],
                 "offer": {"period": "2010-04-01/P1Y", "value": "900"}, "actedOn": "2008-05-02"}"""));
        KNOWN.putAll(Map.of(
                "agreementId", id,
                "targetId", target.path("targetId").asText(),
                "body", "E06000004",
                "renegotiation", "1",
                "area", MIDDLESBROUGH,
                "indicator", "ni:154",
                "name", "register",
                "id", "1"));
    }

    private static JsonNode made(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        return Problems.read(response.body());
    }

    static List<Documented> commands() {
        return Documented.commands();
    }

    static List<Documented> ofTheDraft() {
        return commands().stream()
                .filter(one ->
                        one.path().contains("{agreementId}") || one.path().contains("{targetId}"))
                .toList();
    }

    static List<Documented> writes() {
        return Documented.writes();
    }

    private static HttpResponse<String> by(String body, String role, Documented write) {
        String token = TestLedger.SIGN_IN.token(body, role);
        return TestLedger.send(write.request(token, KNOWN, write.smallestBody().toString()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void is_forbidden_to_an_inspector_who_may_see_everything(Documented command) {
        HttpResponse<String> response = by("ofsted", "inspector", command);
        Problems.of(response);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(403);
    }

    @ParameterizedTest
    @MethodSource("ofTheDraft")
    void is_of_something_unknown_to_a_stranger(Documented command) {
        HttpResponse<String> response = by(LEICESTER, "authority-officer", command);
        JsonNode problem = Problems.of(response);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(404);
        assertThat(problem.path("code").asText()).isIn("agreement-unknown", "target-unknown");
    }

    @ParameterizedTest
    @MethodSource("ofTheDraft")
    void tells_a_stranger_the_same_of_what_is_and_of_what_is_not(Documented command) {
        Map<String, String> nothing = new HashMap<>(KNOWN);
        String unknown = "7d444840-9dc0-41d1-b245-5ffdce74fad2";
        nothing.putAll(Map.of("agreementId", unknown, "targetId", unknown));
        String token = TestLedger.SIGN_IN.token(LEICESTER, "authority-officer");
        String body = command.smallestBody().toString();
        JsonNode ofNothing = Problems.of(TestLedger.send(command.request(token, nothing, body)));
        JsonNode ofTheDraft = Problems.of(TestLedger.send(command.request(token, KNOWN, body)));
        assertThat(blind(ofTheDraft)).isEqualTo(blind(ofNothing).replace(unknown, "ID"));
    }

    /** Without the ids that the caller gave. */
    private static String blind(JsonNode problem) {
        return problem.toString()
                .replace(KNOWN.getOrDefault("agreementId", ""), "ID")
                .replace(KNOWN.getOrDefault("targetId", ""), "ID");
    }

    @ParameterizedTest
    @MethodSource("writes")
    void needs_a_token(Documented write) {
        HttpResponse<String> response = TestLedger.send(TestLedger.request(write.address(KNOWN))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}")));
        Problems.is(response, 401, "token-missing");
        assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"maa-ledger\"");
    }

    @Test
    void that_takes_no_command_is_forbidden_too() {
        String token = TestLedger.SIGN_IN.token("ofsted", "inspector");
        for (Documented write : writes()) {
            if (commands().contains(write)) {
                continue;
            }
            boolean file = write.id().equals("importReadings");
            String address = write.address(KNOWN) + (file ? "?mapping=ons&file-name=x.csv" : "");
            HttpResponse<String> response = TestLedger.send(TestLedger.request(address)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", file ? "text/csv" : "application/json")
                    .header("Idempotency-Key", TestLedger.newKey())
                    .POST(BodyPublishers.ofString("")));
            Problems.of(response);
            assertThat(response.statusCode()).as(write.id() + response.body()).isEqualTo(403);
        }
    }
}
