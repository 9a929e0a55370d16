package org.maaledger.kernel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Checks of shape, used by the constructors of kernel values.
 *
 * <p>Shape is what a stored fact must have to be readable at all: a bounded text, a code of a known form. Policy (who may,
 * how many, until when) is never checked here, because policy changes and stored facts must still load.
 */
public final class Shape {

    /** The kebab-case forms of the constants of an enum, and the constants by their forms, in the order of declaration. */
    private record Forms(Map<Object, String> ofConstant, Map<String, Object> constantOf) {}

    private static final ClassValue<Forms> FORMS = new ClassValue<>() {
        @Override
        protected Forms computeValue(Class<?> type) {
            Map<Object, String> ofConstant = new HashMap<>();
            Map<String, Object> constantOf = new LinkedHashMap<>();
            for (Object constant : type.getEnumConstants()) {
                String form =
                        ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
                ofConstant.put(constant, form);
                constantOf.put(form, constant);
            }
            return new Forms(ofConstant, constantOf);
        }
    };

    private Shape() {}

    /** Returns {@code text} if {@code form} matches it whole; otherwise names the value, the form and the remedy. */
    public static String matching(String what, Pattern form, String text, String remedy) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "%s '%s' is not of the form %s: %s".formatted(what, excerpt(text), form.pattern(), remedy));
        }
        return text;
    }

    /**
     * Returns {@code text} if it is a single line of 1 to {@code longest} characters, without control characters or unpaired
     * surrogates, and without white space at either end.
     */
    public static String line(String what, int longest, String text) {
        if (text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException(
                    "%s must have 1 to %d characters, it has %d".formatted(what, longest, text.length()));
        }
        if (!text.equals(text.strip())) {
            throw new IllegalArgumentException(
                    "%s '%s' must not begin or end with white space".formatted(what, excerpt(text)));
        }
        refuseUnprintable(what, text);
        return text;
    }

    /** Refuses control characters and unpaired surrogates, which have no place in a text that people must be able to read. */
    public static void refuseUnprintable(String what, String text) {
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.SURROGATE) {
                throw new IllegalArgumentException(
                        "%s holds the unprintable character U+%04X: remove it".formatted(what, point));
            }
        });
    }

    /** Returns an immutable copy of {@code items} if there are {@code fewest} to {@code most} of them and none twice. */
    public static <T> List<T> distinct(String what, int fewest, int most, List<T> items) {
        List<T> copy = List.copyOf(items);
        if (copy.size() < fewest || copy.size() > most) {
            throw new IllegalArgumentException(
                    "%s must hold %d to %d entries, it holds %d".formatted(what, fewest, most, copy.size()));
        }
        if (copy.stream().distinct().count() != copy.size()) {
            throw new IllegalArgumentException("%s must not name anything twice".formatted(what));
        }
        return copy;
    }

    /** The kebab-case form of an enum constant, which is its stored form: {@code HIGHER_IS_BETTER} is {@code higher-is-better}. */
    public static String kebab(Enum<?> constant) {
        return Objects.requireNonNull(
                FORMS.get(constant.getDeclaringClass()).ofConstant().get(constant));
    }

    /** The constant of {@code type} whose kebab-case form is {@code text}; otherwise names all that are allowed. */
    public static <E extends Enum<E>> E fromKebab(Class<E> type, String text) {
        Map<String, Object> constants = FORMS.get(type).constantOf();
        Object constant = constants.get(text);
        if (constant == null) {
            throw new IllegalArgumentException(
                    "'%s' is not one of %s".formatted(excerpt(text), String.join(", ", constants.keySet())));
        }
        return type.cast(constant);
    }

    private static String excerpt(String text) {
        return text.length() <= 60 ? text : text.substring(0, 57) + "...";
    }
}
