package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Aim: both sides say the same of a target, at every step of its life. Method: after each act the register is read for its status; the
 * command side is asked to agree a trajectory that does not end with the offer, which it always refuses, for a reason that tells how
 * far it holds the target to have come.
 */
class The_status_of_a_target {

    private static final String AGREEMENT = "51a70000-0000-4000-8000-000000000001";
    private static final String TARGET = "/v1/targets/51a70000-0000-4000-8000-000000000002";
    private static final String ONE = "X00000001";
    private static final String TWO = "X00000002";
    private static final String POLICE = "police:status";
    private static final String OFFICE = "go:status";

    /** What a refusal of the trajectory says of the target. */
    private static final Map<String, String> STATUS_BY_REFUSAL = Map.of(
            "consents-missing", "proposed",
            "baseline-missing", "consented",
            "last-milestone-not-offer", "consented",
            "target-already-agreed", "agreed",
            "target-withdrawn", "withdrawn");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private int requests;
    private long position;

    @Test
    void is_the_same_on_both_sides_at_every_step_of_its_life() {
        referenceData();
        officer(ONE, "/v1/agreements", """
                {"agreementId": "%s", "kind": "multi-area-agreement", "title": "Made up", "edition": "laa-maa-2008",
                 "from": "2008-04-01", "to": "2011-03-31", "area": "maa:status", "responsibleAuthority": "X00000001",
                 "governmentOffice": "go:status", "members": ["X00000001", "X00000002"], "partners": ["police:status"],
                 "actedOn": "2008-05-01"}""".formatted(AGREEMENT));
        officer(ONE, "/v1/agreements/" + AGREEMENT + "/targets", """
                {"targetId": "51a70000-0000-4000-8000-000000000002", "indicator": "test:status", "area": "maa:status",
                 "relatesTo": ["X00000001", "X00000002", "police:status"],
                 "offer": {"period": "2010-04-01/P1Y", "value": "900"}, "actedOn": "2008-05-02"}""");
        stands("proposed");
        negotiated();
        inForce();
        changed();
    }

    private void negotiated() {
        office("/consents", "{\"offerNumber\": 1, \"actedOn\": \"2008-05-03\"}");
        stands("proposed");
        officer(TWO, TARGET + "/consents", "{\"offerNumber\": 1, \"actedOn\": \"2008-05-03\"}");
        stands("proposed");
        act(POLICE, "partner", TARGET + "/consent-refusals", "{\"offerNumber\": 1, \"actedOn\": \"2008-05-04\"}");
        stands("proposed");
        act(
                POLICE,
                "partner",
                "/v1/agreements/" + AGREEMENT + "/parties/" + POLICE + "/departure",
                "{\"actedOn\": \"2008-05-05\"}");
        stands("consented");
        office(
                "/offers",
                "{\"offer\": {\"period\": \"2010-04-01/P1Y\", \"value\": \"950\"}, \"actedOn\": \"2008-05-06\"}");
        stands("proposed");
        officer(ONE, TARGET + "/consents", "{\"offerNumber\": 2, \"actedOn\": \"2008-05-07\"}");
        stands("proposed");
        officer(TWO, TARGET + "/consents", "{\"offerNumber\": 2, \"actedOn\": \"2008-05-07\"}");
        stands("consented");
        officer(TWO, TARGET + "/consent-refusals", "{\"offerNumber\": 2, \"actedOn\": \"2008-05-08\"}");
        stands("proposed");
        officer(TWO, TARGET + "/consents", "{\"offerNumber\": 2, \"actedOn\": \"2008-05-09\"}");
        stands("consented");
        officer(ONE, TARGET + "/baseline", """
                {"baseline": {"period": "2007-04-01/P1Y", "value": "600"}, "source": {"name": "made up"},
                 "actedOn": "2008-05-10"}""");
        stands("consented");
    }

    private void inForce() {
        office("/trajectory", """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "700"}, {"period": "2009-04-01/P1Y", "value": "800"},
                 {"period": "2010-04-01/P1Y", "value": "950"}], "actedOn": "2008-06-01"}""");
        stands("agreed");
        act("dept:clg", "minister", "/v1/agreements/" + AGREEMENT + "/signature", "{\"actedOn\": \"2008-06-30\"}");
        stands("agreed");
        act("dept:clg", "minister", TARGET + "/designation", "{\"actedOn\": \"2008-07-10\"}");
        stands("agreed");
        assertThat(register().path("designated").asBoolean()).isTrue();
        assertThat(agreement().path("designatedTargets").asInt()).isEqualTo(1);
    }

    private void changed() {
        officer(ONE, TARGET + "/renegotiations", """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "600"}, {"period": "2009-04-01/P1Y", "value": "500"},
                 {"period": "2010-04-01/P1Y", "value": "700"}],
                 "ground": "unforeseen-circumstances", "explanation": "Made up", "actedOn": "2009-02-01"}""");
        officer(TWO, TARGET + "/renegotiations/1/consents", "{\"actedOn\": \"2009-02-02\"}");
        stands("agreed");
        act("dept:clg", "minister", TARGET + "/renegotiations/1/approval", "{\"actedOn\": \"2009-02-03\"}");
        stands("agreed");
        officer(TWO, TARGET + "/withdrawal-proposals", "{\"reason\": \"Made up\", \"actedOn\": \"2009-03-01\"}");
        stands("agreed");
        officer(ONE, TARGET + "/renegotiations/2/consents", "{\"actedOn\": \"2009-03-02\"}");
        stands("agreed");
        act("dept:clg", "minister", TARGET + "/renegotiations/2/approval", "{\"actedOn\": \"2009-03-03\"}");
        stands("withdrawn");
        assertThat(register().path("designated").asBoolean()).isFalse();
        assertThat(agreement().path("designatedTargets").asInt()).isZero();
        JsonNode removal = register().path("renegotiations").path(1);
        assertThat(removal.path("withdrawal").asBoolean()).isTrue();
        assertThat(removal.path("approved").asBoolean()).isTrue();
        assertThat(removal.has("trajectory")).isFalse();
    }

    private void stands(String status) {
        HttpResponse<String> refused = post(OFFICE, "government-office", TARGET + "/trajectory", """
                {"milestones": [{"period": "2010-04-01/P1Y", "value": "1"}], "actedOn": "2011-03-01"}""");
        String code = json(refused).path("code").asText();
        assertThat(STATUS_BY_REFUSAL).as(refused.body()).containsKey(code);
        assertThat(STATUS_BY_REFUSAL.get(code)).as("on the command side").isEqualTo(status);
        assertThat(register().path("status").asText()).as("in the register").isEqualTo(status);
    }

    private JsonNode register() {
        return read(TARGET);
    }

    private JsonNode agreement() {
        return read("/v1/agreements/" + AGREEMENT);
    }

    private JsonNode read(String path) {
        return json(TestLedger.sendWhenReached(TestLedger.request(path + "?min-position=" + position)
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token(ONE, "authority-officer"))));
    }

    private void referenceData() {
        area(ONE, "unitary", "\"tier\": \"top\", ", "");
        area(TWO, "unitary", "\"tier\": \"top\", ", "");
        area("maa:status", "multi-area", "", "\"X00000001\", \"X00000002\"");
        act("org:status", "data-provider", "/v1/indicators", """
                {"indicator": "test:status", "definition": {"version": 1, "title": "Made up", "unit": "number",
                 "polarity": "higher-is-better", "titleVerified": false}, "statutory": false,
                 "source": {"name": "made up"}, "actedOn": "2008-01-01"}""");
    }

    private void area(String code, String level, String tier, String constituents) {
        act("org:status", "data-provider", "/v1/areas", """
                {"area": "%s", "details": {"name": "Made up", "level": "%s", %s"parents": [], "constituents": [%s],
                 "formerCodes": [], "aliases": []}, "source": {"name": "made up"}, "actedOn": "2008-01-01"}""".formatted(code, level, tier, constituents));
    }

    private void officer(String body, String path, String json) {
        act(body, "authority-officer", path, json);
    }

    private void office(String path, String json) {
        act(OFFICE, "government-office", TARGET + path, json);
    }

    private void act(String body, String role, String path, String json) {
        HttpResponse<String> response = post(body, role, path, json);
        assertThat(response.statusCode()).as(path + " " + response.body()).isIn(200, 201);
        position = json(response).path("position").asLong();
    }

    private HttpResponse<String> post(String body, String role, String path, String json) {
        return TestLedger.send(TestLedger.request(path)
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token(body, role))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "status-" + ++requests)
                .header("If-Match", "*")
                .POST(BodyPublishers.ofString(json)));
    }

    private static JsonNode json(HttpResponse<String> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new AssertionError(response.body(), e);
        }
    }
}
