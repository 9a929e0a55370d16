package org.maaledger.app.wiring;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.http.RecordBinder;
import org.maaledger.command.http.WriteOperation;
import org.maaledger.command.http.WriteOperation.Effect;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes each write by the command that it takes, as the binder reads it: what is called required here is what it asks for. */
final class DescribedWrites implements OperationCustomizer, OpenApiCustomizer {

    private static final String UUID_EXAMPLE = "0b3e7d0c-5f0a-3c55-9a8e-3d1c9d1f6a10";
    private static final String ANSWER = "WriteAnswer";

    private final RecordBinder binder;
    private final Map<String, Schema<?>> bodies = new ConcurrentSkipListMap<>();

    DescribedWrites(RecordBinder binder) {
        this.binder = binder;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        WriteOperation write = method.getMethodAnnotation(WriteOperation.class);
        PostMapping mapping = method.getMethodAnnotation(PostMapping.class);
        if (write == null || mapping == null) {
            return operation;
        }
        Class<? extends LedgerCommand> command = write.value();
        bodies.put(command.getSimpleName(), schema(binder.describe(command)));
        return operation
                .operationId(LedgerCommand.nameOf(command))
                .summary(write.summary())
                .parameters(parameters(command, String.join("", mapping.path()), write.effect()))
                .requestBody(new RequestBody().required(true).content(json(command.getSimpleName())))
                .responses(accepted(write.effect()));
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(ANSWER, schema(answer()));
        bodies.forEach(api.getComponents()::addSchemas);
    }

    private List<Parameter> parameters(Class<? extends LedgerCommand> command, String path, Effect effect) {
        List<Parameter> parameters = new ArrayList<>();
        binder.describeAddress(command).forEach((name, form) -> {
            if (path.contains("{" + name + "}")) {
                parameters.add(
                        new Parameter().in("path").name(name).required(true).schema(schema(form)));
            }
        });
        parameters.add(new Parameter()
                .in("header")
                .name("Idempotency-Key")
                .required(true)
                .description(
                        "A new key for each new request; the same request sent again with its key is carried out once.")
                .schema(schema(Map.of("type", "string", "pattern", "^[!-~]{1,128}$"))));
        if (effect == Effect.CHANGES) {
            parameters.add(new Parameter()
                    .in("header")
                    .name("If-Match")
                    .required(true)
                    .description("The entity tag of what is addressed, as it was seen; or * for any.")
                    .schema(schema(Map.of(
                            "type", "string", "pattern", "^(\\*|\"(0|[1-9][0-9]{0,17})\")$", "example", "\"3\""))));
        }
        return parameters;
    }

    private static ApiResponses accepted(Effect effect) {
        ApiResponse answer = new ApiResponse()
                .description(effect == Effect.MAKES ? "Made and recorded." : "Recorded.")
                .content(json(ANSWER))
                .addHeaderObject("ETag", header("The version of what is addressed, for If-Match.", "\"3\""))
                .addHeaderObject(
                        "Correlation-Id",
                        header("Names the request in the program's log; its events carry it.", UUID_EXAMPLE))
                .addHeaderObject(
                        "Idempotency-Replayed", header("true where this is the answer to an earlier request.", "true"));
        if (effect == Effect.MAKES) {
            answer.addHeaderObject("Location", header("The address of what was made.", "/v1/..."));
        }
        return new ApiResponses().addApiResponse(effect == Effect.MAKES ? "201" : "200", answer);
    }

    private static Map<String, Object> answer() {
        Map<String, Object> number = Map.of("type", "integer", "format", "int64");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", number);
        fields.put("sequence", number);
        fields.put("name", Map.of("type", "string", "example", "target-proposed"));
        fields.put("revision", Map.of("type", "integer"));
        fields.put(
                "payload", described(Map.of("type", "object"), "The event, in the form that name and revision have."));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put(
                "position",
                described(number, "The last event in the log: give it as min-position to read this write."));
        properties.put("version", described(number, "How many events what they belong to then had."));
        properties.put("recordedAt", Map.of("type", "string", "format", "date-time"));
        properties.put("actedOn", Map.of("type", "string", "format", "date"));
        properties.put("enteredLate", Map.of("type", "boolean"));
        properties.put("events", Map.of("type", "array", "items", object(fields)));
        Map<String, Object> answer = object(properties);
        String id = "What was made, or what the events belong to where that is not what was addressed.";
        properties.put("agreementId", Map.of("type", "string", "format", "uuid", "description", id));
        properties.put("targetId", Map.of("type", "string", "format", "uuid", "description", id));
        return answer;
    }

    /** With all of its properties required. */
    private static Map<String, Object> object(Map<String, Object> properties) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("required", List.copyOf(properties.keySet()));
        object.put("properties", properties);
        return object;
    }

    private static Map<String, Object> described(Map<String, Object> form, String description) {
        Map<String, Object> described = new LinkedHashMap<>(form);
        described.put("description", description);
        return described;
    }

    private static Header header(String description, String example) {
        return new Header().description(description).schema(schema(Map.of("type", "string", "example", example)));
    }

    private static Content json(String component) {
        return new Content().addMediaType("application/json", new MediaType().schema(reference(component)));
    }

    static Schema<?> reference(String component) {
        return new Schema<>().$ref("#/components/schemas/" + component);
    }

    static Schema<?> schema(Map<String, Object> form) {
        return Json31.mapper().convertValue(form, Schema.class);
    }
}
