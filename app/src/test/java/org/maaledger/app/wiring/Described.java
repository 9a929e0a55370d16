package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Holds answers against the document at /v3/api-docs: status, headers, and every member of the body. */
final class Described {

    /** Refused before any operation is looked for: an address or headers without end. */
    private static final Set<Integer> OF_THE_SERVER = Set.of(414, 431);

    /** Headers of some answers of an operation only. */
    private static final Set<String> SOMETIMES = Set.of("Idempotency-Replayed", "Ledger-Next", "Ledger-Incomplete");

    private final List<String> faults = new ArrayList<>();

    private Described() {}

    /** Fails where {@code response}, of an address under /v1, is not what the document says of its operation. */
    static void isWhatWasSaid(HttpResponse<String> response) {
        String path = response.uri().getPath();
        operation(response.request().method(), path).ifPresent(one -> of(one, response));
    }

    /** The operation at that address; where two fit, the one with the fewest variables. */
    private static Optional<Documented> operation(String method, String path) {
        return Documented.all().stream()
                .filter(one ->
                        one.method().equals(method) && path.matches(one.path().replaceAll("\\{[^}]*}", "[^/]+")))
                .min(Comparator.comparingLong(one ->
                        one.path().chars().filter(letter -> letter == '{').count()));
    }

    private static void of(Documented one, HttpResponse<String> response) {
        String about = "%s %s: %d %s"
                .formatted(response.request().method(), response.uri(), response.statusCode(), response.body());
        if (OF_THE_SERVER.contains(response.statusCode())) {
            return;
        }
        JsonNode said = one.operation().path("responses").path(Integer.toString(response.statusCode()));
        assertThat(said.isMissingNode()).as("not described: %s", about).isFalse();
        said.path("headers").fieldNames().forEachRemaining(header -> {
            if (!SOMETIMES.contains(header)) {
                assertThat(response.headers().firstValue(header))
                        .as("%s of %s", header, about)
                        .isPresent();
            }
        });
        String type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(said.path("content").has(type))
                .as("no '%s' in %s", type, about)
                .isTrue();
        if (type.equals("application/json") || type.equals("application/problem+json")) {
            Described described = new Described();
            described.look(said.path("content").path(type).path("schema"), Problems.read(response.body()), "");
            assertThat(described.faults).as(about).isEmpty();
        }
    }

    private void look(JsonNode given, JsonNode value, String place) {
        JsonNode form = Documented.resolved(given);
        for (String forms : List.of("oneOf", "anyOf")) {
            if (form.has(forms)) {
                formOf(form.path(forms), value, place);
            }
        }
        if (!isOf(form.path("type"), value)) {
            faults.add("%s is no %s: %s".formatted(place, form.path("type"), value));
        }
        if (form.has("enum") && !contains(form.path("enum"), value)) {
            faults.add("%s is none of %s: %s".formatted(place, form.path("enum"), value));
        }
        if (value.isObject()) {
            members(form, value, place);
        }
        for (int i = 0; i < value.size() && value.isArray(); i++) {
            look(form.path("items"), value.path(i), place + "/" + i);
        }
    }

    private void members(JsonNode form, JsonNode value, String place) {
        form.path("required").forEach(name -> {
            if (!value.has(name.asText())) {
                faults.add("%s lacks %s".formatted(place, name.asText()));
            }
        });
        JsonNode members = form.path("properties");
        value.properties().forEach(member -> {
            JsonNode inside = members.path(member.getKey());
            if (!inside.isMissingNode()) {
                look(inside, member.getValue(), place + "/" + member.getKey());
            } else if (!members.isEmpty()) {
                faults.add("%s/%s is not described".formatted(place, member.getKey()));
            }
        });
    }

    private void formOf(JsonNode forms, JsonNode value, String place) {
        faults.addAll(forms.valueStream()
                .map(form -> {
                    Described one = new Described();
                    one.look(form, value, place);
                    return one.faults;
                })
                .min(Comparator.comparingInt(List::size))
                .orElse(List.of(place + " has no form")));
    }

    private static boolean isOf(JsonNode type, JsonNode value) {
        if (type.isMissingNode()) {
            return true;
        }
        if (type.isArray()) {
            return any(type, one -> isOf(one, value));
        }
        return switch (type.asText()) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            default -> false;
        };
    }

    private static boolean contains(JsonNode values, JsonNode value) {
        return any(values, value::equals);
    }

    private static boolean any(JsonNode all, Predicate<JsonNode> test) {
        return all.valueStream().anyMatch(test);
    }
}
