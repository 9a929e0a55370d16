package org.maaledger.command.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.OutOfShape;

/** Reads an object as a record, noting every fault of every field before it gives up. */
final class RecordReader implements ValueReader {

    /** Where a component's value comes from. */
    enum Origin {
        BODY,
        ADDRESS,
        /** The body, or the ledger where the body gives none. */
        BODY_OR_LEDGER
    }

    /**
     * A component of the record.
     *
     * @param inParts reads the value from fields that are its own components, where it may be given so
     */
    record Part(
            int index,
            String name,
            ValueReader reader,
            boolean nullable,
            Origin origin,
            @Nullable RecordReader inParts) {

        Part at(int otherIndex) {
            return new Part(otherIndex, name, reader, nullable, origin, inParts);
        }

        boolean isRequired() {
            return !nullable && origin == Origin.BODY && reader.whenAbsent() == null;
        }
    }

    private final List<Part> parts;
    private final Map<String, Part> byName;
    private final Map<Part, List<Part>> spread = new LinkedHashMap<>();
    private final MethodHandle constructor;

    /** @param constructor takes the values of the parts in one array */
    RecordReader(List<Part> parts, MethodHandle constructor) {
        this.parts = List.copyOf(parts);
        this.byName = new HashMap<>(parts.size() * 2);
        this.constructor = constructor;
        parts.forEach(part -> byName.put(part.name(), part));
        for (Part part : parts) {
            if (part.inParts() != null) {
                List<Part> fields = new ArrayList<>();
                for (Part field : part.inParts().parts) {
                    fields.add(field.at(byName.size()));
                    if (byName.put(field.name(), fields.getLast()) != null) {
                        throw new IllegalArgumentException(field.name() + " would have two meanings");
                    }
                }
                spread.put(part, fields);
            }
        }
    }

    List<Part> parts() {
        return parts;
    }

    @Nullable Part part(String name) {
        return byName.get(name);
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        for (Part part : parts) {
            if (part.origin() == Origin.ADDRESS) {
                continue;
            }
            properties.put(part.name(), part.reader().schema());
            List<Part> fields = spread.get(part);
            if (fields != null) {
                fields.forEach(
                        field -> properties.put(field.name(), field.reader().schema()));
                List<String> names = fields.stream().map(Part::name).toList();
                schema.put("oneOf", List.of(Map.of("required", List.of(part.name())), Map.of("required", names)));
            } else if (part.isRequired()) {
                required.add(part.name());
            }
        }
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    @Override
    public Object read(Cursor cursor) throws IOException {
        return read(cursor, Map.of(), Map.of());
    }

    /**
     * Reads the record.
     *
     * @param given values that the address gives, in text form, and that the body may not give
     * @param otherwise values to take where the body gives none
     */
    Object read(Cursor cursor, Map<String, String> given, Map<String, Object> otherwise) throws IOException {
        @Nullable Object[] values = readFields(cursor, byName, byName.size());
        if (values == null) {
            return FAULTY;
        }
        given.forEach((name, text) -> take(cursor, name, text, values));
        otherwise.forEach((name, value) -> {
            Part part = part(name);
            if (part != null && values[part.index()] == null) {
                values[part.index()] = value;
            }
        });
        spread.forEach((part, fields) -> assemble(cursor, part, fields, values));
        return finish(cursor, Arrays.copyOf(values, parts.size()));
    }

    private void take(Cursor cursor, String name, String text, @Nullable Object[] values) {
        Part part = part(name);
        if (part == null) {
            throw new IllegalStateException("the address gives " + name + ", which the command does not have");
        }
        int mark = cursor.down(name);
        values[part.index()] = switch (part.reader()) {
            case Text value -> ValueReader.converted(cursor, text, value.convert());
            case WholeNumber ignored -> ValueReader.converted(cursor, text, ValueReader::count);
            default -> throw new IllegalStateException(name + " is not of a kind that an address can give");
        };
        cursor.up(mark);
    }

    /** The value of a part that was given by its own components; it may be given in one way only. */
    private static void assemble(Cursor cursor, Part part, List<Part> fields, @Nullable Object[] values) {
        boolean whole = values[part.index()] != null;
        boolean inParts = fields.stream().anyMatch(field -> values[field.index()] != null);
        if (whole == inParts) {
            String names = fields.stream().map(Part::name).collect(Collectors.joining(", "));
            String missing = "is missing: give it, or its parts " + names;
            String twice = "is given twice: leave it out, or leave out " + names;
            faultAt(cursor, part, whole ? "twice" : "required", whole ? twice : missing);
            values[part.index()] = FAULTY;
        } else if (inParts && part.inParts() != null) {
            int first = fields.getFirst().index();
            values[part.index()] =
                    part.inParts().finish(cursor, Arrays.copyOfRange(values, first, first + fields.size()));
        }
    }

    /** The fields of an object, by the index of their part; null if it is no object. */
    static @Nullable Object @Nullable [] readFields(Cursor cursor, Map<String, Part> byName, int count)
            throws IOException {
        JsonParser parser = cursor.parser();
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            ValueReader.wrongType(cursor, "an object");
            return null;
        }
        @Nullable Object[] values = new Object[count];
        boolean[] seen = new boolean[count];
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            int mark = cursor.down(name);
            Part part = byName.get(name);
            if (part == null || part.origin() == Origin.ADDRESS) {
                cursor.fault("unknown", part == null ? unknown(byName) : "is given by the address: leave it out");
                parser.skipChildren();
            } else if (seen[part.index()]) {
                cursor.fault("twice", "is given twice: leave one out");
                parser.skipChildren();
            } else {
                seen[part.index()] = true;
                boolean absent = part.nullable() && parser.currentToken() == JsonToken.VALUE_NULL;
                values[part.index()] = absent ? null : part.reader().read(cursor);
            }
            cursor.up(mark);
        }
        return values;
    }

    /** The record of these values, once it is certain that none is missing. */
    Object finish(Cursor cursor, @Nullable Object[] values) {
        boolean faulty = false;
        for (int i = 0; i < values.length; i++) {
            Part part = parts.get(i);
            if (values[i] == null) {
                values[i] = part.nullable() ? null : part.reader().whenAbsent();
            }
            if (values[i] == null && !part.nullable()) {
                faultAt(cursor, part, "required", "is missing");
                faulty = true;
            }
            faulty |= ValueReader.isFaulty(values[i]);
        }
        return faulty ? FAULTY : construct(cursor, values);
    }

    private static void faultAt(Cursor cursor, Part part, String code, String message) {
        int mark = cursor.down(part.name());
        cursor.fault(code, message);
        cursor.up(mark);
    }

    private Object construct(Cursor cursor, @Nullable Object[] values) {
        try {
            return (Object) constructor.invokeExact(values);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            parts.stream()
                    .filter(part -> e instanceof OutOfShape complaint && complaint.isOf(part.name()))
                    .findFirst()
                    .ifPresentOrElse(
                            part -> faultAt(cursor, part, "value", message), () -> cursor.fault("value", message));
            return FAULTY;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a record's constructor throws no checked exception", e);
        }
    }

    private static String unknown(Map<String, Part> byName) {
        String known = byName.values().stream()
                .filter(part -> part.origin() != Origin.ADDRESS)
                .map(Part::name)
                .sorted()
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "is not known here: send {}" : "is not known here: use " + known;
    }
}
