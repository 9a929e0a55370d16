package org.maaledger.app.wiring;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.web.method.HandlerMethod;

/** Describes what imports answer, which they write as they go and not as one value. */
final class DescribedImports implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        switch (operation.getOperationId()) {
            case "importReadings" ->
                answers(operation, "application/x-ndjson", "A line of JSON for each step.", Map.of("type", "string"));
            case "importReference" -> answers(operation, "application/json", "What became of the entries.", report());
            default -> {
                // Every other operation has its answer as its type.
            }
        }
        return operation;
    }

    private static void answers(Operation operation, String type, String description, Map<String, Object> form) {
        operation
                .getResponses()
                .addApiResponse(
                        "200",
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(type, new MediaType().schema(DescribedWrites.schema(form)))));
    }

    private static Map<String, Object> report() {
        Map<String, Object> number = Map.of("type", "integer", "format", "int32");
        return Map.of(
                "type",
                "object",
                "required",
                List.of("entered", "revised", "unchanged", "refused"),
                "properties",
                Map.of(
                        "entered", number,
                        "revised", number,
                        "unchanged", number,
                        "refused", Map.of("type", "array", "items", Map.of("type", "string"))));
    }
}
