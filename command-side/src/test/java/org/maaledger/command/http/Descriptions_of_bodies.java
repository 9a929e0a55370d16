package org.maaledger.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.maaledger.command.agreement.AgreementCommand;
import org.maaledger.command.area.AreaCommand;
import org.maaledger.command.indicator.IndicatorCommand;
import org.maaledger.command.reading.ReadingCommand;
import org.maaledger.command.target.TargetCommand;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.target.TargetId;

/**
 * Aim: what the description of a body calls required is what is refused as missing, no more and no less. Method: from the description
 * of every command there is, the smallest body it allows; then the same body without each of its fields.
 */
class Descriptions_of_bodies {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID = "7d444840-9dc0-41d1-b245-5ffdce74fad2";

    private final RecordBinder binder = new RecordBinder(() -> new byte[32]);

    static Stream<Class<?>> commands() {
        return Stream.of(
                        AgreementCommand.class,
                        TargetCommand.class,
                        ReadingCommand.class,
                        AreaCommand.class,
                        IndicatorCommand.class)
                .flatMap(Descriptions_of_bodies::commandsOf)
                .filter(command -> command != ReadingCommand.RecordReadings.class);
    }

    private static Stream<Class<?>> commandsOf(Class<?> family) {
        return Stream.of(family.getPermittedSubclasses())
                .flatMap(permitted -> permitted.isInterface() ? commandsOf(permitted) : Stream.of(permitted));
    }

    private void bind(Class<?> command, JsonNode body) throws IOException {
        Map<String, String> address = new HashMap<>();
        binder.describeAddress(command)
                .forEach((name, schema) ->
                        address.put(name, example(JSON.valueToTree(schema)).asText()));
        binder.bind(
                command.asSubclass(Record.class),
                JSON.writeValueAsBytes(body),
                address,
                Map.of("agreementId", AgreementId.of(ID), "targetId", TargetId.of(ID)));
    }

    private List<String> faults(Class<?> command, JsonNode body) {
        RequestRefused refused = catchThrowableOfType(RequestRefused.class, () -> bind(command, body));
        assertThat(refused).as("%s takes %s", command, body).isNotNull();
        return refused.errors().stream()
                .map(error -> error.field() + " " + error.code())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void call_required_what_is_refused_as_missing_and_nothing_else(Class<?> command) throws IOException {
        JsonNode schema = JSON.valueToTree(binder.describe(command));
        List<JsonNode> ways = schema.has("oneOf") ? children(schema.path("oneOf")) : List.of(JSON.createObjectNode());
        for (JsonNode way : ways) {
            ObjectNode smallest = (ObjectNode) example(schema, way);
            bind(command, smallest);
            withoutEach(command, schema, smallest, smallest, "");
        }
    }

    /** Leaves out each required field, also of the objects within. */
    private void withoutEach(Class<?> command, JsonNode schema, ObjectNode whole, ObjectNode part, String pointer) {
        for (JsonNode name : schema.path("required")) {
            JsonNode kept = part.remove(name.asText());
            assertThat(faults(command, whole)).containsExactly(pointer + "/" + name.asText() + " required");
            part.set(name.asText(), kept);
            JsonNode inner = schema.path("properties").path(name.asText());
            if (kept instanceof ObjectNode object && inner.has("properties")) {
                withoutEach(command, inner, whole, object, pointer + "/" + name.asText());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void name_every_field_that_is_taken(Class<?> command) {
        JsonNode schema = JSON.valueToTree(binder.describe(command));
        ObjectNode body = (ObjectNode) example(schema, schema.path("oneOf").path(0));
        schema.path("properties").fieldNames().forEachRemaining(name -> {
            if (!body.has(name) && !schema.has("oneOf")) {
                body.set(name, example(schema.path("properties").path(name)));
            }
        });
        assertThat(body.has("actedOn") || schema.has("oneOf")).isTrue();
        if (body.has("actedOn")) {
            body.put("actedOn", 7);
            assertThat(faults(command, body)).contains("/actedOn type");
        }
        body.put("somethingElse", 7);
        assertThat(faults(command, body)).contains("/somethingElse unknown");
    }

    private static JsonNode example(JsonNode schema) {
        return example(schema, schema.path("oneOf").path(0));
    }

    /** The smallest value that fits: every required field and no other. */
    private static JsonNode example(JsonNode schema, JsonNode way) {
        if (schema.has("oneOf") && !schema.has("properties")) {
            return example(way);
        }
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                Stream.concat(children(schema.path("required")).stream(), children(way.path("required")).stream())
                        .map(JsonNode::asText)
                        .forEach(name -> object.set(
                                name, example(schema.path("properties").path(name))));
                yield object;
            }
            case "array" ->
                schema.path("minItems").asInt() == 0
                        ? JSON.createArrayNode()
                        : JSON.createArrayNode().add(example(schema.path("items")));
            case "integer" -> JSON.getNodeFactory().numberNode(1);
            case "boolean" -> JSON.getNodeFactory().booleanNode(true);
            default ->
                schema.has("enum")
                        ? schema.path("enum").path(0)
                        : new TextNode(schema.path("example").asText("text"));
        };
    }

    private static List<JsonNode> children(JsonNode node) {
        return JSON.convertValue(
                node.isMissingNode() ? JSON.createArrayNode() : node,
                JSON.getTypeFactory().constructCollectionType(List.class, JsonNode.class));
    }
}
