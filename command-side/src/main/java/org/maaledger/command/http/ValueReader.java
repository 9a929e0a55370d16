package org.maaledger.command.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads one kind of value, standing on its first token; leaves the parser on its last. */
interface ValueReader {

    /** What {@link #read} gives where it has noted a fault instead. */
    Object FAULTY = Fault.NOTED;

    /** Stands where a value would be. */
    enum Fault {
        NOTED
    }

    /** Whether {@code value} is no value but stands for a fault. */
    static boolean isFaulty(@Nullable Object value) {
        return value instanceof Fault;
    }

    Object read(Cursor cursor) throws IOException;

    /** What is read, as JSON Schema. */
    Map<String, Object> schema();

    /** Whether a missing value is this instead, such as the empty list. */
    default @Nullable Object whenAbsent() {
        return null;
    }

    /** A string that {@code convert} takes, or refuses with an IllegalArgumentException that explains itself. */
    record Text(Function<String, Object> convert, Map<String, Object> schema) implements ValueReader {
        @Override
        public Object read(Cursor cursor) throws IOException {
            JsonParser parser = cursor.parser();
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                boolean number = parser.currentToken().isNumeric();
                return wrongType(cursor, number ? "a string; write numbers in quotation marks" : "a string");
            }
            return converted(cursor, parser.getText(), convert);
        }
    }

    /** A whole number of 32 bits. */
    enum WholeNumber implements ValueReader {
        INSTANCE;

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "integer", "format", "int32");
        }

        @Override
        public Object read(Cursor cursor) throws IOException {
            JsonParser parser = cursor.parser();
            if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) {
                return wrongType(cursor, "a whole number");
            }
            try {
                return Integer.valueOf(parser.getText());
            } catch (NumberFormatException e) {
                cursor.fault("value", "must lie between %d and %d".formatted(Integer.MIN_VALUE, Integer.MAX_VALUE));
                return FAULTY;
            }
        }
    }

    /** True or false; false where it is missing. */
    enum Truth implements ValueReader {
        INSTANCE;

        @Override
        public Map<String, Object> schema() {
            return Map.of("type", "boolean", "default", false);
        }

        @Override
        public Object read(Cursor cursor) throws IOException {
            JsonToken token = cursor.parser().currentToken();
            if (!token.isBoolean()) {
                return wrongType(cursor, "true or false");
            }
            return token.equals(JsonToken.VALUE_TRUE);
        }

        @Override
        public Object whenAbsent() {
            return false;
        }
    }

    /** A list of at least {@code fewest} entries; where it may be empty, it is so when it is missing. */
    record Listed(ValueReader element, int fewest) implements ValueReader {

        @Override
        public Map<String, Object> schema() {
            return Map.of(
                    "type",
                    "array",
                    "items",
                    element.schema(),
                    "minItems",
                    fewest,
                    "maxItems",
                    Limits.LIST_ENTRIES_MAX);
        }

        @Override
        public Object read(Cursor cursor) throws IOException {
            JsonParser parser = cursor.parser();
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                return wrongType(cursor, "a list");
            }
            List<Object> entries = new ArrayList<>();
            boolean faulty = false;
            for (int i = 0; parser.nextToken() != JsonToken.END_ARRAY; i++) {
                if (i == Limits.LIST_ENTRIES_MAX) {
                    cursor.fault("too-many", "must hold at most %d entries".formatted(Limits.LIST_ENTRIES_MAX));
                }
                if (i >= Limits.LIST_ENTRIES_MAX) {
                    faulty = true;
                    parser.skipChildren();
                    continue;
                }
                int mark = cursor.down(i);
                Object entry = element.read(cursor);
                cursor.up(mark);
                faulty |= isFaulty(entry);
                entries.add(entry);
            }
            if (!faulty && entries.size() < fewest) {
                cursor.fault("value", "must hold at least %d".formatted(fewest));
                return FAULTY;
            }
            return faulty ? FAULTY : entries;
        }

        @Override
        public @Nullable Object whenAbsent() {
            return fewest == 0 ? List.of() : null;
        }
    }

    /** A date of the calendar, in the form 2009-03-31. */
    static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1801 && date.getYear() <= 2200) {
                return date;
            }
        } catch (DateTimeException e) {
            // told below, with the form that is wanted
        }
        throw new IllegalArgumentException(
                "is not a date of the calendar between 1801 and 2200: write it as 2009-03-31");
    }

    /** A number in an address. */
    static Integer count(String text) {
        if (!text.matches("[0-9]{1,9}")) {
            throw new IllegalArgumentException("is not a whole number such as 1");
        }
        return Integer.valueOf(text);
    }

    /** What {@code convert} makes of {@code text}; a fault if it refuses. */
    static Object converted(Cursor cursor, String text, Function<String, Object> convert) {
        try {
            return convert.apply(text);
        } catch (IllegalArgumentException e) {
            cursor.fault("value", String.valueOf(e.getMessage()));
            return FAULTY;
        }
    }

    /** Notes that another type is wanted, and passes over the value. */
    static Object wrongType(Cursor cursor, String wanted) throws IOException {
        if (cursor.parser().currentToken() == JsonToken.VALUE_NULL) {
            cursor.fault("required", "must not be null; it must be " + wanted);
        } else {
            cursor.fault("type", "must be " + wanted);
        }
        cursor.parser().skipChildren();
        return FAULTY;
    }
}
