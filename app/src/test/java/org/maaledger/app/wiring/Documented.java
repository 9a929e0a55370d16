package org.maaledger.app.wiring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * An operation as the real document at /v3/api-docs describes it, and requests made from that description alone.
 *
 * @param path with its variables in braces
 */
record Documented(String method, String path, JsonNode operation) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode DOCUMENT =
            Problems.read(TestLedger.send(TestLedger.request("/v3/api-docs")).body());

    static JsonNode document() {
        return DOCUMENT;
    }

    /** Every operation there is. */
    static List<Documented> all() {
        List<Documented> all = new ArrayList<>();
        DOCUMENT.path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> all.add(new Documented(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()))));
        return all;
    }

    static List<Documented> writes() {
        return all().stream().filter(one -> one.method().equals("POST")).toList();
    }

    /** The writes that take a command as JSON. */
    static List<Documented> commands() {
        return writes().stream().filter(one -> !one.body().isMissingNode()).toList();
    }

    String id() {
        return operation.path("operationId").asText();
    }

    boolean takes(String parameter) {
        return !parameter(parameter).isMissingNode();
    }

    JsonNode parameter(String name) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals(name)) {
                return parameter;
            }
        }
        return JSON.missingNode();
    }

    /** What its body must be. */
    JsonNode body() {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        return schema.isMissingNode() ? schema : resolved(schema);
    }

    /** The smallest body that the description allows. */
    ObjectNode smallestBody() {
        return (ObjectNode) example(body());
    }

    static JsonNode resolved(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        return reference.isEmpty() ? schema : resolved(DOCUMENT.at(reference.substring(1)));
    }

    private static JsonNode example(JsonNode given) {
        JsonNode schema = resolved(given);
        if (schema.has("oneOf") && !schema.has("properties")) {
            return example(schema.path("oneOf").path(0));
        }
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                schema.path("required").forEach(name -> put(object, schema, name));
                schema.path("oneOf").path(0).path("required").forEach(name -> put(object, schema, name));
                yield object;
            }
            case "array" -> {
                ArrayNode array = JSON.createArrayNode();
                yield schema.path("minItems").asInt() == 0 ? array : array.add(example(schema.path("items")));
            }
            case "integer" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default ->
                schema.has("enum")
                        ? schema.path("enum").path(0)
                        : new TextNode(schema.path("example").asText("text"));
        };
    }

    private static void put(ObjectNode object, JsonNode schema, JsonNode name) {
        object.set(name.asText(), example(schema.path("properties").path(name.asText())));
    }

    /** The address, with {@code known} in place of its variables, or else what the description gives as an example. */
    String address(Map<String, String> known) {
        String address = path;
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("in").asText().equals("path")) {
                String name = parameter.path("name").asText();
                String value = known.getOrDefault(
                        name, example(parameter.path("schema")).asText());
                address = address.replace("{" + name + "}", value);
            }
        }
        return address;
    }

    /** A request with all that is required of one. */
    HttpRequest.Builder request(String token, Map<String, String> known, String body) {
        HttpRequest.Builder request = TestLedger.request(address(known))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        if (takes("Idempotency-Key")) {
            request.header("Idempotency-Key", TestLedger.newKey());
        }
        if (takes("If-Match")) {
            request.header("If-Match", "*");
        }
        return request.method(method, BodyPublishers.ofString(body));
    }

    @Override
    public String toString() {
        return id();
    }
}
