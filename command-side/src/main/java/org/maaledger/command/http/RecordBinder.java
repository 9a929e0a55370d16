package org.maaledger.command.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Turns the JSON body of a request into a command record.
 *
 * <p>It is strict, because what it lets through is written down for ever: unknown fields, fields given twice, other types than the
 * record's are refused, and all faults of a body are told at once.
 */
public final class RecordBinder {

    private final Shapes shapes;
    private final JsonFactory json = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(Limits.DEPTH_MAX)
                    .maxNameLength(Limits.FIELD_NAME_CHARACTERS_MAX)
                    .maxStringLength(Limits.STRING_CHARACTERS_MAX)
                    .maxNumberLength(Limits.NUMBER_CHARACTERS_MAX)
                    .build())
            .build();

    /** @param salts draws a fresh salt for each free text, of {@link org.maaledger.kernel.provenance.TextRef#SALT_BYTES} bytes */
    public RecordBinder(Supplier<byte[]> salts) {
        this.shapes = new Shapes(salts);
    }

    /** The command in {@code body}, with the values that the address gives. */
    public <C extends Record> C bind(Class<C> type, byte[] body, Map<String, String> address) {
        return bind(type, body, address, Map.of());
    }

    /**
     * The command in {@code body}.
     *
     * @param address values of components marked {@link org.maaledger.command.decision.FromAddress}, in text form
     * @param otherwise values to take where the body gives none, such as the id of what is made
     * @throws RequestRefused with every fault of the body
     */
    public <C extends Record> C bind(
            Class<C> type, byte[] body, Map<String, String> address, Map<String, Object> otherwise) {
        RecordReader reader = shapes.ofRecord(type);
        String text = text(body);
        try (JsonParser parser = json.createParser(text)) {
            if (parser.nextToken() == null) {
                throw RequestRefused.unreadable("The body is empty: send a JSON object.");
            }
            Cursor cursor = new Cursor(parser);
            Object value = reader.read(cursor, address, otherwise);
            if (parser.nextToken() != null) {
                throw RequestRefused.unreadable("The body goes on after its JSON object: send one object.");
            }
            if (!cursor.errors().isEmpty()) {
                throw RequestRefused.invalid(cursor.errors());
            }
            return type.cast(value);
        } catch (StreamConstraintsException e) {
            throw RequestRefused.unreadable(
                    "The body is nested deeper than %d levels, or holds a name, string or number that is too long%s."
                            .formatted(Limits.DEPTH_MAX, place(e)));
        } catch (JsonProcessingException e) {
            throw RequestRefused.unreadable("The body is not well-formed JSON%s.".formatted(place(e)));
        } catch (IOException e) {
            throw new IllegalStateException("a string is read without input or output", e);
        }
    }

    /** The body that {@link #bind} takes for {@code type}, as JSON Schema: what it calls required is what is refused as missing. */
    public Map<String, Object> describe(Class<?> type) {
        return shapes.ofRecord(type).schema();
    }

    /** The values that the address gives for {@code type}, by name, each as JSON Schema. */
    public Map<String, Map<String, Object>> describeAddress(Class<?> type) {
        Map<String, Map<String, Object>> values = new LinkedHashMap<>();
        shapes.ofRecord(type).parts().stream()
                .filter(part -> part.origin() == RecordReader.Origin.ADDRESS)
                .forEach(part -> values.put(part.name(), part.reader().schema()));
        return values;
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException e) {
            throw RequestRefused.unreadable("The body is not valid UTF-8.");
        }
    }

    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? ""
                : ", at line %d, column %d"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
