package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Aim: a client made from the description asks for the right address. Method: what the document says of addresses, among itself. */
class Descriptions_of_addresses {

    /** OpenAPI 3.1, Paths Object: templates that differ in nothing but the names of their parameters are forbidden. */
    @Test
    void never_differ_in_the_names_of_their_parts_alone() {
        assertThat(Documented.all().stream().map(Documented::path).distinct())
                .extracting(path -> path.replaceAll("\\{[^}]*}", "{}"))
                .doesNotHaveDuplicates();
    }

    @Test
    void say_of_a_part_what_it_looks_like_whether_it_is_read_or_written() {
        Map<String, JsonNode> forms = new HashMap<>();
        for (Documented one : Documented.all()) {
            for (JsonNode parameter : one.operation().path("parameters")) {
                if (parameter.path("in").asText().equals("path")
                        && one.path().matches("/v1/(agreements|targets|areas|indicators).*")) {
                    JsonNode schema = parameter.path("schema");
                    JsonNode form = schema.has("format") ? schema.path("format") : schema.path("pattern");
                    String name = parameter.path("name").asText();
                    assertThat(forms.computeIfAbsent(name, first -> form))
                            .as("%s in %s", name, one.path())
                            .isEqualTo(form);
                }
            }
        }
        assertThat(forms).containsKeys("agreementId", "targetId", "area", "indicator");
    }
}
