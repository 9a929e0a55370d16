package org.maaledger.app.wiring;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;

/**
 * Describes a value of several forms by its forms alone. What the forms have in common is a name in the program and nothing in the
 * answer; described as it comes, the empty common form would fit every value, and each value two forms.
 */
final class DescribedForms implements OpenApiCustomizer {

    private static final String BEFORE_NAME = "#/components/schemas/";

    @Override
    @SuppressWarnings("rawtypes") // the model of the library has schemas of no type
    public void customise(OpenAPI api) {
        Map<String, Schema> all = api.getComponents().getSchemas();
        Set<String> empty = all.entrySet().stream()
                .filter(one -> isEmpty(one.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        all.keySet().removeAll(empty);
        all.replaceAll((name, form) -> alone(form, empty));
        all.values().forEach(form -> members(form).forEach(member -> choose(member, empty)));
    }

    /** Whether nothing is said of it but that it is of another such form. */
    private static boolean isEmpty(Schema<?> form) {
        boolean ofOthersOnly =
                form.getAllOf() == null || form.getAllOf().stream().allMatch(one -> one.get$ref() != null);
        return form.getType() == null && form.getTypes() == null && form.getProperties() == null && ofOthersOnly;
    }

    private static Schema<?> alone(Schema<?> form, Set<String> empty) {
        if (form.getAllOf() == null) {
            return form;
        }
        List<Schema<?>> own = new ArrayList<>();
        form.getAllOf().stream().filter(one -> !isOneOf(one, empty)).forEach(own::add);
        return own.size() == 1 ? own.getFirst().required(form.getRequired()) : form;
    }

    private static List<Schema<?>> members(Schema<?> form) {
        List<Schema<?>> members = new ArrayList<>();
        if (form.getProperties() != null) {
            form.getProperties().values().forEach(members::add);
        }
        return members;
    }

    /** Any of them and not just one: some events have the same members, and only their names tell them apart. */
    private static void choose(Schema<?> member, Set<String> empty) {
        if (member.getOneOf() != null && member.getOneOf().stream().allMatch(one -> one.get$ref() != null)) {
            member.setAnyOf(member.getOneOf().stream()
                    .filter(one -> !isOneOf(one, empty))
                    .toList());
            member.setOneOf(null);
        }
    }

    private static boolean isOneOf(Schema<?> form, Set<String> names) {
        return form.get$ref() != null
                && form.get$ref().startsWith(BEFORE_NAME)
                && names.contains(form.get$ref().substring(BEFORE_NAME.length()));
    }
}
