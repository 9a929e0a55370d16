package org.maaledger.kernel;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

    /** The controls of Unicode's bidirectional algorithm (UAX 9): marks, embeddings, overrides and isolates. */
    private static final String DIRECTING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069";

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    private Shape() {}

    /** Returns {@code text} if {@code form} matches it whole; otherwise names the value, the form and the remedy. */
    public static String matching(String what, Pattern form, String text, String remedy) {
        if (!form.matcher(text).matches()) {
            throw new OutOfShape(
                    what, "'%s' is not of the form %s: %s".formatted(excerpt(text), form.pattern(), remedy));
        }
        return text;
    }

    /**
     * Returns {@code text} if it is a single line of 1 to {@code longest} characters, without unprintable characters, and without white space at either end.
     */
    public static String line(String what, int longest, String text) {
        if (text.isEmpty() || text.length() > longest) {
            throw new OutOfShape(what, "must have 1 to %d characters, it has %d".formatted(longest, text.length()));
        }
        if (!text.equals(text.strip())) {
            throw new OutOfShape(what, "'%s' must not begin or end with white space".formatted(excerpt(text)));
        }
        refuseUnprintable(what, text);
        return text;
    }

    /**
     * Refuses control characters, unpaired surrogates and characters that turn the direction of writing: none has a place in a text
     * that people must be able to read, and the last make it read as something else than it is.
     */
    public static void refuseUnprintable(String what, String text) {
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point)
                    || Character.getType(point) == Character.SURROGATE
                    || DIRECTING.indexOf(point) >= 0) {
                throw new OutOfShape(what, "holds the unprintable character U+%04X: remove it".formatted(point));
            }
        });
    }

    /** The UUID that {@code text} writes whole (RFC 9562), in digits of either case. */
    public static UUID uuid(String text) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "'%s' is not a UUID such as 7d444840-9dc0-41d1-b245-5ffdce74fad2".formatted(excerpt(text)));
        }
        return UUID.fromString(text);
    }

    /** Returns an immutable copy of {@code items} if there are {@code fewest} to {@code most} of them and none twice. */
    public static <T> List<T> distinct(String what, int fewest, int most, List<T> items) {
        List<T> copy = List.copyOf(items);
        if (copy.size() < fewest || copy.size() > most) {
            throw new OutOfShape(what, "must hold %d to %d entries, it holds %d".formatted(fewest, most, copy.size()));
        }
        if (copy.stream().distinct().count() != copy.size()) {
            throw new OutOfShape(what, "must not name anything twice");
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
