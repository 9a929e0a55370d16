package org.maaledger.app.wiring;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of every record in an answer which of its members are always there: those that may not be null, for what is null is left out.
 */
final class DescribedRecords implements ModelConverter {

    private static final String OURS = "org.maaledger.";

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> others) {
        if (!others.hasNext()) {
            return null;
        }
        Schema<?> described = others.next().resolve(type, context, others);
        JavaType java = Json.mapper().constructType(type.getType());
        if (described != null && isOurs(java)) {
            String reference = described.get$ref();
            Schema<?> record = reference == null
                    ? described
                    : context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
            if (record != null && record.getProperties() != null) {
                record.setRequired(always(java).stream()
                        .filter(record.getProperties()::containsKey)
                        .toList());
            }
        }
        return described;
    }

    private static boolean isOurs(JavaType type) {
        return type.getRawClass().isRecord() && type.getRawClass().getName().startsWith(OURS);
    }

    private static List<String> always(JavaType type) {
        List<String> always = new ArrayList<>();
        JsonInclude included = type.getRawClass().getAnnotation(JsonInclude.class);
        boolean defaultsLeftOut = included != null && included.value() == JsonInclude.Include.NON_DEFAULT;
        for (RecordComponent member : type.getRawClass().getRecordComponents()) {
            if (member.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                JavaType content =
                        Json.mapper().getTypeFactory().resolveMemberType(member.getGenericType(), type.getBindings());
                always.addAll(isOurs(content) ? always(content) : List.of());
            } else if (!member.getAnnotatedType().isAnnotationPresent(Nullable.class)
                    && !(defaultsLeftOut && member.getType().isPrimitive())) {
                always.add(member.getName());
            }
        }
        return always;
    }
}
