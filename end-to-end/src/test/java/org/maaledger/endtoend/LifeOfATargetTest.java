package org.maaledger.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * Aim: one target lives its whole life through the API, and an inspector can say afterwards what was known when. Method: the chapters
 * are told in order against one program; each body speaks with a token of its own. All targets are made up.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LifeOfATargetTest {

    private static final String AGREEMENT = "11111111-1111-4111-8111-111111111111";
    private static final String TARGET = "22222222-2222-4222-8222-222222222222";

    private @Nullable Program program;
    private Client stockton;
    private Client middlesbrough;
    private Client governmentOffice;
    private Client minister;
    private Client provider;
    private Client inspector;
    private Client operator;
    private Client stranger;
    private long positionBeforeRenegotiation;
    private long renegotiated;

    @BeforeAll
    void start(@TempDir Path folder) {
        Keys keys = Keys.in(folder);
        program = Program.start(
                "run", folder, Map.of("MAAL_JWKS_FILE", keys.file().toString()));
        stockton = new Client(program, keys.token("s1", "E06000004", "authority-officer"));
        middlesbrough = new Client(program, keys.token("m1", "E06000002", "authority-officer"));
        governmentOffice = new Client(program, keys.token("g1", "go:north-east", "government-office"));
        minister = new Client(program, keys.token("c1", "dept:clg", "minister"));
        provider = new Client(program, keys.token("o1", "org:ons", "data-provider"));
        inspector = new Client(program, keys.token("a1", "org:audit-commission", "inspector"));
        operator = new Client(program, keys.token("p1", "org:operations", "operator"));
        stranger = new Client(program, keys.token("x1", "E06000010", "authority-officer"));
        provider.post("/v1/imports/reference", "").expecting(200);
    }

    @AfterAll
    void stop() {
        if (program != null) {
            program.close();
        }
    }

    @Test
    @Order(1)
    void an_agreement_is_drafted_and_seen_by_its_parties_only() {
        long drafted = stockton.post("/v1/agreements", """
                        {"agreementId": "%s", "kind": "multi-area-agreement", "title": "Made-up agreement",
                         "edition": "laa-maa-2008", "from": "2008-07-01", "to": "2011-03-31", "area": "maa:tees-valley",
                         "responsibleAuthority": "E06000004", "governmentOffice": "go:north-east",
                         "members": ["E06000002", "E06000004"], "partners": [], "actedOn": "2008-05-01"}""".formatted(AGREEMENT))
                .expecting(201)
                .position();
        stockton.getOnceReached("/v1/agreements/" + AGREEMENT + "?min-position=" + drafted);
        assertThat(stranger.get("/v1/agreements/" + AGREEMENT).status()).isEqualTo(404);
    }

    @Test
    @Order(2)
    void a_target_is_negotiated_until_everybody_named_has_consented() {
        stockton.post("/v1/agreements/" + AGREEMENT + "/targets", """
                        {"targetId": "%s", "indicator": "ni:154", "area": "maa:tees-valley",
                         "relatesTo": ["E06000002", "E06000004"],
                         "offer": {"period": "2010-04-01/P1Y", "value": "2400"}, "actedOn": "2008-05-02"}""".formatted(TARGET))
                .expecting(201);
        assertThat(agreeTrajectory().expecting(409).code()).isNotBlank();
        governmentOffice
                .post(
                        target("/offers"),
                        "{\"offer\": {\"period\": \"2010-04-01/P1Y\", \"value\": \"2600\"}, \"actedOn\": \"2008-05-20\"}")
                .expecting(200);
        stockton.post(target("/consents"), "{\"offerNumber\": 2, \"actedOn\": \"2008-05-25\"}")
                .expecting(200);
        middlesbrough
                .post(target("/consents"), "{\"offerNumber\": 2, \"actedOn\": \"2008-05-26\"}")
                .expecting(200);
        assertThat(stranger.post(target("/consents"), "{\"offerNumber\": 2}").status())
                .isEqualTo(404);
    }

    @Test
    @Order(3)
    void a_trajectory_is_agreed_the_agreement_signed_and_the_target_designated() {
        stockton.post(target("/baseline"), """
                        {"baseline": {"period": "2007-04-01/P1Y", "value": "2000"},
                         "source": {"name": "made up for a test"}, "actedOn": "2008-05-27"}""").expecting(200);
        agreeTrajectory().expecting(200);
        minister.post("/v1/agreements/" + AGREEMENT + "/signature", "{\"actedOn\": \"2008-06-30\"}")
                .expecting(200);
        JsonNode answer = minister.post(target("/designation"), "{\"actedOn\": \"2008-07-14\"}")
                .expecting(200)
                .body();
        assertThat(answer.path("events").get(0).path("name").asText()).isEqualTo("target-designated");
        assertThat(answer.path("enteredLate").asBoolean()).isTrue();
    }

    @Test
    @Order(4)
    void a_reading_below_the_course_puts_it_off_trajectory_with_the_arithmetic_shown() {
        long position = provider.post("/v1/readings", """
                        {"series": "ni:154~maa:tees-valley~all", "period": "2008-04-01/P1Y",
                         "vintage": "provisional", "observation": {"value": "1900"},
                         "source": {"name": "made up for a test"}, "actedOn": "2009-06-01"}""").expecting(201).position();
        positionBeforeRenegotiation = position;
        JsonNode progress = inspector
                .getOnceReached(target("/progress?min-position=" + position))
                .body();
        assertThat(progress.toString()).contains("\"off\"").contains("1900").contains("2200");
    }

    @Test
    @Order(5)
    void a_renegotiation_changes_the_future_and_leaves_the_past_as_it_was() {
        stockton.post(target("/renegotiations"), """
                        {"milestones": [{"period": "2009-04-01/P1Y", "value": "2050"}, {"period": "2010-04-01/P1Y", "value": "2200"}],
                         "ground": "unforeseen-circumstances", "explanation": "The recession, in a made-up target",
                         "actedOn": "2009-11-02"}""").expecting(200);
        middlesbrough
                .post(target("/renegotiations/1/consents"), "{\"actedOn\": \"2009-11-20\"}")
                .expecting(200);
        renegotiated = minister.post(target("/renegotiations/1/approval"), "{\"actedOn\": \"2010-03-26\"}")
                .expecting(200)
                .position();
        JsonNode now = inspector
                .getOnceReached(target("?min-position=" + renegotiated))
                .body();
        JsonNode then = inspector
                .get(target("?as-of=" + positionBeforeRenegotiation))
                .expecting(200)
                .body();
        assertThat(now.toString()).contains("2200").contains("\"2600\"");
        assertThat(then.toString()).doesNotContain("\"2050\"");
    }

    @Test
    @Order(6)
    void the_audit_trail_tells_every_act_in_order_and_does_not_change_when_projections_are_rebuilt() {
        JsonNode before = inspector
                .getOnceReached(target("/history?page-size=100&min-position=" + renegotiated))
                .body();
        assertThat(before.toString())
                .contains("proposeTarget")
                .contains("approveRenegotiation")
                .contains("E06000002");
        JsonNode register = inspector.get(target("")).expecting(200).body();
        assertThat(inspector.post("/v1/projections/register/rebuild", "").status())
                .isEqualTo(403);
        operator.post("/v1/projections/register/rebuild", "").expecting(202);
        assertThat(inspector.get(target("")).expecting(200).body()).isEqualTo(register);
    }

    @Test
    @Order(7)
    void the_same_request_under_the_same_key_is_answered_twice_and_done_once() {
        String key = UUID.randomUUID().toString();
        String reading = """
                {"series": "ni:154~maa:tees-valley~all", "period": "2009-04-01/P1Y", "vintage": "final",
                 "observation": {"value": "2060"}, "source": {"name": "made up for a test"}, "actedOn": "2010-06-01"}""";
        Client.Answer first = provider.post("/v1/readings", reading, key, "*").expecting(201);
        Client.Answer second = provider.post("/v1/readings", reading, key, "*").expecting(201);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(provider.post("/v1/readings", reading.replace("2060", "2061"), key, "*")
                        .status())
                .isEqualTo(422);
        assertThat(provider.post("/v1/readings", reading).status()).isEqualTo(409);
    }

    private Client.Answer agreeTrajectory() {
        return governmentOffice.post(target("/trajectory"), """
                {"milestones": [{"period": "2008-04-01/P1Y", "value": "2200"}, {"period": "2009-04-01/P1Y", "value": "2400"},
                                {"period": "2010-04-01/P1Y", "value": "2600"}], "actedOn": "2008-06-10"}""");
    }

    private static String target(String path) {
        return "/v1/targets/" + TARGET + path;
    }
}
