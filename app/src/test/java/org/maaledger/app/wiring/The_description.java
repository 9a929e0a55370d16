package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Aim: programs and people can rely on the description of the API. Method: read it as they would, and do what it says. */
class The_description {

    private static final List<String> COMMANDS = List.of(
            "draftAgreement",
            "joinAgreement",
            "leaveAgreement",
            "changeResponsibleAuthority",
            "signAgreement",
            "proposeTarget",
            "counterPropose",
            "consentToTarget",
            "withholdConsent",
            "setBaseline",
            "declareGap",
            "agreeTrajectory",
            "designateTarget",
            "revokeDesignation",
            "withdrawTarget",
            "renegotiateTarget",
            "proposeWithdrawal",
            "proposeWithdrawal",
            "consentToRenegotiation",
            "withholdRenegotiationConsent",
            "approveRenegotiation",
            "refuseRenegotiation",
            "recordReading",
            "correctReading",
            "registerArea",
            "reviseAreaDetails",
            "succeedArea",
            "redefineIndicator",
            "withdrawIndicator",
            "registerIndicator",
            "importReadings",
            "importReference");

    static List<Documented> all() {
        return Documented.all();
    }

    static List<Documented> ours() {
        return all().stream().filter(one -> one.path().startsWith("/v1/")).toList();
    }

    static List<Documented> commands() {
        return Documented.commands();
    }

    @Test
    void names_every_operation_once_and_every_command_among_them() {
        List<String> operations = all().stream().map(Documented::id).toList();
        assertThat(operations)
                .containsAll(COMMANDS)
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z]+"));
        assertThat(commands()).extracting(Documented::id).isSubsetOf(COMMANDS);
    }

    @Test
    void says_that_a_token_is_needed_and_where_none_is() {
        assertThat(Documented.document()
                        .at("/components/securitySchemes/bearer/scheme")
                        .asText())
                .isEqualTo("bearer");
        assertThat(all())
                .allSatisfy(one -> assertThat(one.operation().has("security"))
                        .as("an exception from the rule: %s", one.path())
                        .isEqualTo(!one.path().startsWith("/v1/")));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void says_of_each_operation_how_it_can_be_refused(Documented one) {
        JsonNode responses = one.operation().path("responses");
        List<String> statuses = new ArrayList<>(List.of("400", "401", "403", "500", "503"));
        if (one.path().contains("{") || !one.body().isMissingNode()) {
            statuses.add("404");
        }
        if (!one.body().isMissingNode()) {
            statuses.addAll(List.of("409", "413", "415"));
        }
        if (one.takes("Idempotency-Key")) {
            statuses.add("422");
        }
        if (one.id().equals("rebuildProjection")) {
            statuses.addAll(List.of("202", "409"));
        }
        if (one.takes("If-Match")) {
            statuses.addAll(List.of("412", "428"));
        }
        assertThat(responses.fieldNames()).toIterable().containsAll(statuses);
        responses.properties().forEach(response -> {
            if (response.getKey().startsWith("4") || response.getKey().startsWith("5")) {
                assertThat(response.getValue()
                                .at("/content/application~1problem+json/schema/$ref")
                                .asText())
                        .as(response.getKey())
                        .endsWith("/Problem");
            }
        });
        assertThat(responses.at("/401/headers").has("WWW-Authenticate")).isTrue();
        assertThat(responses.at("/503/headers").has("Retry-After")).isTrue();
    }

    @Test
    void says_what_a_problem_is() {
        JsonNode problem = Documented.document().at("/components/schemas/Problem");
        assertThat(problem.path("required")).extracting(JsonNode::asText).contains("type", "code", "status", "detail");
        assertThat(problem.at("/properties/errors/items/required"))
                .extracting(JsonNode::asText)
                .containsExactlyInAnyOrder("field", "code", "message");
        assertThat(problem.at("/properties/faults/items/required"))
                .extracting(JsonNode::asText)
                .contains("row", "rule");
    }

    @Test
    void says_how_a_file_is_refused_whole_and_how_it_is_answered_otherwise() {
        JsonNode responses = all().stream()
                .filter(one -> one.id().equals("importReadings"))
                .findFirst()
                .orElseThrow()
                .operation()
                .path("responses");
        assertThat(responses.at("/200/content").has("application/x-ndjson")).isTrue();
        assertThat(responses.at("/422/description").asText()).startsWith("The file is refused whole");
    }

    @Test
    void asks_for_a_key_with_every_write_and_for_a_version_with_every_change() {
        for (Documented write : Documented.writes()) {
            boolean adds =
                    !write.path().startsWith("/v1/projections") && !write.path().startsWith("/v1/dead-letters");
            assertThat(write.parameter("Idempotency-Key").path("required").asBoolean())
                    .as("%s adds to the log", write)
                    .isEqualTo(adds);
        }
        for (Documented command : commands()) {
            boolean changes = command.path().contains("{") && !command.id().equals("proposeTarget");
            assertThat(command.parameter("If-Match").path("required").asBoolean())
                    .as("%s changes something", command)
                    .isEqualTo(changes);
            JsonNode accepted = command.operation()
                    .path("responses")
                    .path(command.operation().path("responses").has("201") ? "201" : "200");
            assertThat(accepted.path("headers").has("ETag")).as(command.id()).isTrue();
            assertThat(accepted.path("headers").has("Location"))
                    .as(command.id())
                    .isEqualTo(command.operation().path("responses").has("201"));
        }
    }

    @Test
    void writes_decimals_as_strings_and_says_in_which_form() {
        JsonNode value =
                Documented.document().at("/components/schemas/CounterPropose/properties/offer/properties/value");
        assertThat(value.path("type").asText()).isEqualTo("string");
        assertThat("-12.5").matches(value.path("pattern").asText());
        assertThat("1e999").doesNotMatch(value.path("pattern").asText());
        assertThat(Documented.document().toString()).doesNotContain("\"type\":\"number\"");
    }

    @Test
    void tells_the_forms_of_a_value_apart() {
        JsonNode observation =
                Documented.document().at("/components/schemas/RecordReading/properties/observation/oneOf");
        assertThat(observation).hasSize(2);
        assertThat(observation)
                .extracting(form -> form.path("required").path(0).asText())
                .containsExactlyInAnyOrder("value", "missing");
    }

    @Test
    void gives_each_thing_a_name_of_its_own_and_each_answer_a_form() {
        assertThat(Documented.document().at("/components/schemas").fieldNames())
                .toIterable()
                .contains("AnswerAreaEntry", "AnswerIndicatorEntry")
                .doesNotContain("Entry");
        assertThat(Documented.document().toString()).doesNotContain("*/*", "-controller");
    }

    @Test
    void puts_each_operation_under_one_resource_in_an_order_to_read_them_in() {
        List<String> resources = new ArrayList<>();
        Documented.document()
                .path("tags")
                .forEach(tag -> resources.add(tag.path("name").asText()));
        assertThat(resources)
                .containsExactly(
                        "Agreements",
                        "Targets",
                        "Readings",
                        "Areas",
                        "Indicators",
                        "Imports",
                        "Events",
                        "Projections",
                        "Problems");
        assertThat(all())
                .allSatisfy(one ->
                        assertThat(one.operation().path("tags")).as(one.path()).hasSize(1));
        assertThat(all())
                .extracting(one -> one.operation().at("/tags/0").asText())
                .containsAll(resources)
                .isSubsetOf(resources);
    }

    @Test
    void names_the_ledger_that_gives_it_and_is_where_a_browser_is_led() {
        assertThat(Documented.document().path("servers"))
                .singleElement()
                .satisfies(server -> assertThat(server.path("url").asText()).isEqualTo("/"));
        HttpResponse<String> front = TestLedger.send(TestLedger.request("/"));
        assertThat(front.statusCode()).isEqualTo(302);
        URI there = front.uri().resolve(front.headers().firstValue("Location").orElseThrow());
        assertThat(there).hasPath("/docs");
        assertThat(TestLedger.send(TestLedger.request("/docs")).statusCode()).isIn(200, 302);
    }

    @Test
    void leaves_out_of_a_body_what_the_address_gives() {
        for (Documented command : commands()) {
            for (JsonNode parameter : command.operation().path("parameters")) {
                assertThat(command.body()
                                .path("properties")
                                .has(parameter.path("name").asText()))
                        .as("%s %s", command, parameter.path("name"))
                        .isFalse();
            }
        }
    }

    /** By an inspector, who may see everything and change nothing: a good request is refused for that and for nothing else. */
    private static HttpResponse<String> sent(Documented command, ObjectNode body) {
        String token = TestLedger.SIGN_IN.token("ofsted", "inspector");
        return TestLedger.send(command.request(token, Map.of("renegotiation", "1"), body.toString()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void calls_required_what_is_asked_for_and_nothing_else(Documented command) {
        ObjectNode smallest = command.smallestBody();
        HttpResponse<String> taken = sent(command, smallest);
        assertThat(taken.statusCode()).as(taken.body()).isIn(403, 404, 409, 422);
        Stream.concat(
                        stream(command.body().path("required")),
                        stream(command.body().path("oneOf").path(0).path("required")))
                .forEach(name -> {
                    ObjectNode without = smallest.deepCopy();
                    without.remove(name);
                    JsonNode problem = Problems.is(sent(command, without), 400, "request-invalid");
                    assertThat(problem.path("errors"))
                            .singleElement()
                            .satisfies(error -> assertThat(error.path("field").asText()
                                            + error.path("code").asText())
                                    .isEqualTo("/" + name + "required"));
                });
    }

    private static Stream<String> stream(JsonNode names) {
        List<String> all = new ArrayList<>();
        names.forEach(name -> all.add(name.asText()));
        return all.stream();
    }
}
