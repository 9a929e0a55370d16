package org.maaledger.app.wiring;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springdoc.core.customizers.OpenApiCustomizer;

/** Describes how each operation can be refused; whichever part of the program refuses, the answer has one form. */
final class DescribedProblems implements OpenApiCustomizer {

    private static final String PROBLEM = "Problem";

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry(
                    "400", "The request cannot be read, or parts of it are missing or wrong; all of them are listed."),
            Map.entry("401", "No token, or none that is accepted here."),
            Map.entry("403", "The token does not say for whom you act, or you may not do this."),
            Map.entry("404", "There is no such thing, or none that you may know of."),
            Map.entry("406", "The answer cannot be given in the form that Accept asks for."),
            Map.entry("409", "The present state does not allow it."),
            Map.entry("412", "It has changed since the version that If-Match names; ETag names the present one."),
            Map.entry("413", "The request is too large."),
            Map.entry("415", "The body is of another type, or packed."),
            Map.entry("422", "A rule does not allow it, or the Idempotency-Key belongs to another request."),
            Map.entry("428", "If-Match is missing."),
            Map.entry("500", "The program failed; the answer holds an id that leads to the cause."),
            Map.entry(
                    "503",
                    "The ledger cannot answer now, or does not hold min-position yet; a write may be sent again with its key."));

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().addSchemas(PROBLEM, DescribedWrites.schema(problem()));
        api.getPaths()
                .forEach((path, item) ->
                        item.readOperationsMap().forEach((method, operation) -> describe(path, method, operation)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        List<Parameter> parameters = operation.getParameters() == null ? List.of() : operation.getParameters();
        boolean ours = path.startsWith("/v1/");
        boolean write = method == PathItem.HttpMethod.POST;
        boolean body = operation.getRequestBody() != null;
        // A parameter that nobody knows is refused by every address of ours.
        add(operation, "400", ours || !parameters.isEmpty());
        add(operation, "401", ours);
        add(operation, "403", ours);
        add(operation, "404", parameters.stream().anyMatch(parameter -> "path".equals(parameter.getIn())) || body);
        add(operation, "406", !write);
        add(operation, "409", write && body);
        add(operation, "412", has(parameters, "If-Match"));
        add(operation, "413", body);
        add(operation, "415", body);
        add(operation, "422", has(parameters, "Idempotency-Key"));
        add(operation, "428", has(parameters, "If-Match"));
        add(operation, "500", true);
        add(operation, "503", ours);
        if (!ours) {
            operation.setSecurity(List.of());
        }
    }

    private static boolean has(List<Parameter> parameters, String header) {
        return parameters.stream().anyMatch(parameter -> header.equals(parameter.getName()));
    }

    private static void add(Operation operation, String status, boolean possible) {
        ApiResponse known = operation.getResponses().get(status);
        if (!possible && known == null) {
            return;
        }
        String meaning = known == null ? MEANINGS.getOrDefault(status, status) : known.getDescription();
        ApiResponse answer = new ApiResponse()
                .description(meaning)
                .content(new Content()
                        .addMediaType(
                                "application/problem+json",
                                new MediaType().schema(DescribedWrites.reference(PROBLEM))));
        switch (status) {
            case "401" -> answer.addHeaderObject("WWW-Authenticate", header("What to send: a bearer token."));
            case "412" -> answer.addHeaderObject("ETag", header("The present version."));
            case "503" -> answer.addHeaderObject("Retry-After", header("Seconds to wait before trying again."));
            default -> {
                // no header that matters
            }
        }
        operation.getResponses().addApiResponse(status, answer);
    }

    private static Header header(String description) {
        return new Header().description(description).schema(DescribedWrites.schema(text("")));
    }

    /** A problem (RFC 9457), as all parts of the program write it. */
    private static Map<String, Object> problem() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("type", text("/problems/CODE; it can be opened for an explanation. Stable."));
        properties.put("title", text("The kind of problem in words, the same for every case of it."));
        properties.put("status", Map.of("type", "integer"));
        properties.put("detail", text("What is wrong in this case."));
        properties.put("code", text("What programs tell problems apart by. Stable."));
        properties.put("instance", text("The address that was asked."));
        properties.put("rule", text("What stands against the request."));
        properties.put("remedy", text("What can be done."));
        properties.put("source", text("Where the rule is written."));
        properties.put(
                "position", Map.of("type", "integer", "format", "int64", "description", "As of which position."));
        properties.put("id", text("Names one fault of the program, here and in its log."));
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("field", text("A JSON pointer into the body, or the name of a parameter."));
        fault.put("code", text("Stable."));
        fault.put("message", text("What is wrong and how to mend it."));
        Map<String, Object> faults = new LinkedHashMap<>();
        faults.put("type", "array");
        faults.put("description", "The faults of single fields or parameters, all at once.");
        faults.put("items", object(fault, List.copyOf(fault.keySet())));
        properties.put("errors", faults);
        properties.put("faults", faultsOfFile());
        properties.put(
                "report",
                Map.of("type", "object", "description", "Of a file that is refused whole: what became of its rows."));
        return object(properties, List.of("type", "title", "status", "detail", "code"));
    }

    private static Map<String, Object> faultsOfFile() {
        Map<String, Object> fault = new LinkedHashMap<>();
        fault.put("row", Map.of("type", "integer", "format", "int64", "description", "The line of the file."));
        fault.put("column", text("The header of the column, where it is one cell."));
        fault.put("rule", Map.of("type", "integer", "description", "Its number in docs/data.md. Stable."));
        fault.put("value", text("The beginning of what stands there."));
        fault.put("message", text("What is wrong."));
        fault.put("remedy", text("How to mend it."));
        Map<String, Object> faults = new LinkedHashMap<>();
        faults.put("type", "array");
        faults.put("description", "Of a file that is refused whole: the faults that were found until then.");
        faults.put("items", object(fault, List.of("row", "rule", "message", "remedy")));
        return faults;
    }

    private static Map<String, Object> object(Map<String, Object> properties, List<String> required) {
        return Map.of("type", "object", "required", required, "properties", properties);
    }

    private static Map<String, Object> text(String description) {
        return description.isEmpty() ? Map.of("type", "string") : Map.of("type", "string", "description", description);
    }
}
