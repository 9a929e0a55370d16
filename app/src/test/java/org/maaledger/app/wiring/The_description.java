package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Aim: programs and people can rely on the description of the API. Method: read it as they would. */
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
            "consentToRenegotiation",
            "withholdRenegotiationConsent",
            "approveRenegotiation",
            "refuseRenegotiation",
            "recordReading",
            "correctReading",
            "registerArea",
            "registerIndicator",
            "importReadings",
            "importReference");

    private static JsonNode description() throws IOException {
        return JsonMapper.builder()
                .build()
                .readTree(TestLedger.send(TestLedger.request("/v3/api-docs")).body());
    }

    @Test
    void names_every_command_by_its_operation() throws IOException {
        List<String> operations = new ArrayList<>();
        description()
                .path("paths")
                .forEach(path -> path.forEach(operation ->
                        operations.add(operation.path("operationId").asText())));
        assertThat(operations).containsAll(COMMANDS).doesNotHaveDuplicates();
    }

    @Test
    void says_that_a_token_is_needed_and_what_refusals_look_like() throws IOException {
        JsonNode description = description();
        assertThat(description.at("/components/securitySchemes/bearer/scheme").asText())
                .isEqualTo("bearer");
        description
                .path("paths")
                .forEach(path -> path.forEach(
                        operation -> assertThat(operation.path("responses").has("401"))
                                .as(operation.path("operationId").asText())
                                .isTrue()));
    }
}
