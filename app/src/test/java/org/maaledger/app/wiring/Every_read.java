package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Aim: whoever makes a client from the description can read every answer. Method: every read there is, of a target on its way, set
 * against the description of its operation ({@link Described}, as every other answer of these tests is).
 */
class Every_read {

    private static final String PLACE = "X00000011";
    private static final String SERIES = "test:read~" + PLACE + "~all";
    private static final String AGREEMENT = "4ead0000-0000-4000-8000-000000000001";
    private static final String TARGET = "4ead0000-0000-4000-8000-000000000002";

    private static long position;

    @BeforeAll
    static void story() {
        act("org:read", "data-provider", "/v1/areas", """
                {"area": "X00000011", "details": {"name": "Made up", "level": "unitary", "tier": "top", "parents": [],
                 "constituents": [], "formerCodes": [], "aliases": []}, "source": {"name": "made up"}, "actedOn": "2008-01-01"}""");
        act("org:read", "data-provider", "/v1/indicators", """
                {"indicator": "test:read", "definition": {"version": 1, "title": "Made up", "unit": "number",
                 "polarity": "higher-is-better", "titleVerified": false}, "statutory": false,
                 "source": {"name": "made up"}, "actedOn": "2008-01-01"}""");
        act(PLACE, "authority-officer", "/v1/agreements", """
                {"agreementId": "4ead0000-0000-4000-8000-000000000001", "kind": "local-area-agreement", "title": "Made up",
                 "edition": "laa-maa-2008", "from": "2008-04-01", "to": "2011-03-31", "area": "X00000011",
                 "responsibleAuthority": "X00000011", "governmentOffice": "go:read", "members": ["X00000011"],
                 "partners": [], "actedOn": "2008-05-01"}""");
        act(PLACE, "authority-officer", "/v1/agreements/" + AGREEMENT + "/targets", """
                {"targetId": "4ead0000-0000-4000-8000-000000000002", "indicator": "test:read", "area": "X00000011",
                 "relatesTo": ["X00000011"], "offer": {"period": "2010-04-01/P1Y", "value": "900"}, "actedOn": "2008-05-02"}""");
        String target = "/v1/targets/" + TARGET;
        act("go:read", "government-office", target + "/consents", "{\"offerNumber\": 1, \"actedOn\": \"2008-05-03\"}");
        act(PLACE, "authority-officer", target + "/baseline", """
                {"baseline": {"period": "2007-04-01/P1Y", "value": "600"}, "source": {"name": "made up"},
                 "actedOn": "2008-05-10"}""");
        act("go:read", "government-office", target + "/trajectory", """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "700"}, {"period": "2009-04-01/P1Y", "value": "800"},
                 {"period": "2010-04-01/P1Y", "value": "900"}], "actedOn": "2008-06-01"}""");
        reading("2008-04-01/P1Y", "{\"value\": \"710\", \"lower\": \"700\", \"upper\": \"720\"}");
        reading("2009-04-01/P1Y", "{\"missing\": \"confidential\"}");
    }

    private static void reading(String period, String observation) {
        act("org:read", "data-provider", "/v1/readings", """
                {"series": "%s", "period": "%s", "vintage": "final", "observation": %s, "source": {"name": "made up"},
                 "actedOn": "2010-06-01"}""".formatted(SERIES, period, observation));
    }

    private static void act(String body, String role, String path, String json) {
        HttpResponse<String> response = TestLedger.post(body, role, path, json);
        assertThat(response.statusCode()).as(path + " " + response.body()).isIn(200, 201);
        position = Problems.read(response.body()).path("position").asLong();
    }

    static List<Documented> reads() {
        return Documented.all().stream()
                .filter(one -> one.method().equals("GET") && one.path().startsWith("/v1/"))
                .toList();
    }

    private static HttpResponse<String> ask(Documented read, String accept) {
        String address = read.address(
                        Map.of("agreementId", AGREEMENT, "targetId", TARGET, "area", PLACE, "indicator", "test:read"))
                + "?";
        if (read.takes("series")) {
            address += "series=" + SERIES + "&";
        }
        if (read.takes("from")) {
            address += "from=0&";
        }
        if (read.takes("min-position")) {
            address += "min-position=" + position;
        }
        return TestLedger.sendWhenReached(TestLedger.request(address.replaceFirst("[?&]$", ""))
                .header("Accept", accept)
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token("ofsted", "inspector")));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void gives_what_its_description_says(Documented read) {
        HttpResponse<String> answer = ask(read, "application/json");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode form = Documented.resolved(read.operation().at("/responses/200/content/application~1json/schema"));
        assertThat(form.path("required")).as("members that are always there").isNotEmpty();
        assertThat(answer.headers().firstValue("Ledger-Position").isPresent())
                .as("is described where it is there")
                .isEqualTo(read.operation().at("/responses/200/headers").has("Ledger-Position"));
        assertThat(answer.headers().firstValue("ETag").isPresent())
                .as("is described where it is there")
                .isEqualTo(read.operation().at("/responses/200/headers").has("ETag"));
    }

    @ParameterizedTest
    @MethodSource("reads")
    void that_has_a_parameter_nobody_knows_is_refused_as_described(Documented read) {
        HttpResponse<String> answer = TestLedger.get(read.address(Map.of()) + "?colour=blue");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/csv", "application/json"})
    void of_the_feed_is_described_in_each_of_its_forms(String accept) {
        Documented feed = reads().stream()
                .filter(one -> one.path().equals("/v1/events"))
                .findFirst()
                .orElseThrow();
        assertThat(ask(feed, accept).statusCode()).isEqualTo(200);
        JsonNode response = feed.operation().at("/responses/200");
        assertThat(response.path("content").has("text/event-stream")).isTrue();
        assertThat(response.path("headers").fieldNames())
                .toIterable()
                .contains("Ledger-Position", "Ledger-Next", "Ledger-Incomplete");
    }

    @Test
    void names_the_form_of_every_event_and_no_form_that_fits_them_all() {
        JsonNode change = Documented.document().at("/components/schemas/HistoryStep/properties/change/anyOf");
        assertThat(change)
                .extracting(form -> form.path("$ref").asText().replaceFirst(".*/", ""))
                .contains("TargetProposed", "TrajectoryAgreed", "ReadingCorrected", "AreaSucceeded")
                .doesNotContain("LedgerEvent", "TargetEvent");
        assertThat(Documented.document().at("/components/schemas").properties())
                .allSatisfy(form -> assertThat(form.getValue().path("type").asText())
                        .as(form.getKey())
                        .isEqualTo("object"));
    }
}
