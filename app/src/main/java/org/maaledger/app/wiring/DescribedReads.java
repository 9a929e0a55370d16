package org.maaledger.app.wiring;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.query.http.Answers;
import org.maaledger.query.moment.Answer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.ResolvableType;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes how answers are headed, with the position they hold for and where they are about one thing with its version, and what ids
 * and codes in the addresses of reads look like: as in those of writes.
 */
final class DescribedReads implements OperationCustomizer {

    private static final Map<String, Map<String, Object>> PARTS = Map.of(
            "agreementId", Map.of("format", "uuid"),
            "targetId", Map.of("format", "uuid"),
            "area", Map.of("pattern", "^(?:%s)$".formatted(AreaCode.FORM.pattern())),
            "indicator", Map.of("pattern", "^(?:%s)$".formatted(IndicatorCode.FORM.pattern())));

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        ResolvableType answer =
                ResolvableType.forMethodParameter(method.getReturnType()).getGeneric(0);
        ApiResponse read = operation.getResponses().get("200");
        if (answer.resolve() == Answer.class && read != null) {
            read.addHeaderObject(
                    Answers.LEDGER_POSITION,
                    header("The position that the answer holds for: give it as as-of to get the same again.", "1234"));
            if (hasVersion(answer.getGeneric(0).resolve())) {
                read.addHeaderObject("ETag", header("The version, for If-Match.", "\"3\""));
            }
            if (operation.getParameters() != null) {
                operation.getParameters().forEach(DescribedReads::describePart);
            }
        }
        return operation;
    }

    private static void describePart(Parameter parameter) {
        Map<String, Object> form = PARTS.get(parameter.getName());
        if (form != null && "path".equals(parameter.getIn())) {
            Map<String, Object> text = new HashMap<>(form);
            text.put("type", "string");
            parameter.setSchema(DescribedWrites.schema(text));
        }
    }

    private static boolean hasVersion(@Nullable Class<?> content) {
        return content != null
                && content.isRecord()
                && Stream.of(content.getRecordComponents())
                        .map(RecordComponent::getName)
                        .anyMatch("version"::equals);
    }

    private static Header header(String description, String example) {
        return new Header()
                .description(description)
                .schema(DescribedWrites.schema(Map.of("type", "string", "example", example)));
    }
}
