package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;

/** What every refusal looks like, whoever gives it. */
final class Problems {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MEMBERS = List.of(
            "type",
            "title",
            "status",
            "detail",
            "code",
            "instance",
            "rule",
            "remedy",
            "source",
            "position",
            "id",
            "errors",
            "faults",
            "report");

    private Problems() {}

    /** Checks that {@code response} is a problem of this status and code, and shows nothing of the program's inside. */
    static JsonNode is(HttpResponse<String> response, int status, String code) {
        JsonNode problem = of(response);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(problem.path("code").asText()).as(response.body()).isEqualTo(code);
        return problem;
    }

    /** Checks that {@code response} is a problem. */
    static JsonNode of(HttpResponse<String> response) {
        String about = response.request().method() + " " + response.uri() + ": " + response.statusCode() + " "
                + response.body();
        assertThat(response.headers().firstValue("Content-Type"))
                .as(about)
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(response.headers().firstValue("Server")).isEmpty();
        return of(response.statusCode(), response.body(), about);
    }

    static JsonNode of(int status, String body, String about) {
        assertThat(body)
                .as(about)
                .doesNotContain("Exception", "org.maaledger", "java.", "springframework", "apache", "<html");
        JsonNode problem = read(body);
        String code = problem.path("code").asText();
        assertThat(code).as(about).matches("[a-z][a-z-]+");
        assertThat(problem.path("type").asText()).as(about).isEqualTo("/problems/" + code);
        assertThat(problem.path("status").asInt()).as(about).isEqualTo(status);
        assertThat(problem.path("title").asText()).as(about).isNotBlank();
        assertThat(problem.path("detail").asText()).as(about).isNotBlank();
        problem.fieldNames()
                .forEachRemaining(member -> assertThat(MEMBERS).as(about).contains(member));
        problem.path("errors")
                .forEach(error -> assertThat(error.fieldNames())
                        .toIterable()
                        .as(about)
                        .containsExactlyInAnyOrder("field", "code", "message"));
        return problem;
    }

    static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + body, e);
        }
    }
}
