package org.maaledger.log;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Collectors;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.canonical.CanonicalJson;

/**
 * Turns events into canonical JSON and back, under the names of the catalogue.
 *
 * <p>Fields that this program does not know are passed over, so that an old node reads what a newer one writes with a further
 * optional field. A name or a revision that it does not know is never passed over: reading stops with {@link CorruptHistory}.
 */
public final class EventSerializer {

    /** A payload of more bytes than this is refused: texts and files have no place in an event. */
    public static final int PAYLOAD_BYTES_MAX = 256 * 1024;

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(RecentValues.module())
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .withConfigOverride(BigDecimal.class, o -> o.setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING)))
            .build();

    private final Map<String, ObjectReader> readers = EventCatalogue.entries().stream()
            .collect(Collectors.toUnmodifiableMap(EventCatalogue.Entry::name, entry -> MAPPER.readerFor(entry.type())));

    /** The canonical bytes of {@code event}. */
    public byte[] write(LedgerEvent event) {
        try {
            byte[] json = MAPPER.writeValueAsBytes(event);
            if (json.length > PAYLOAD_BYTES_MAX) {
                throw new IllegalArgumentException(
                        "an event has at most %d bytes, this one has %d".formatted(PAYLOAD_BYTES_MAX, json.length));
            }
            return escapes(json) ? CanonicalJson.canonicalise(json) : json;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the event cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** The event that {@code length} bytes from {@code from} on write, stored at {@code position} under {@code name}. */
    LedgerEvent read(long position, String name, int revision, Slice json) {
        EventCatalogue.Entry entry = EventCatalogue.named(name)
                .orElseThrow(() -> new CorruptHistory(
                        position,
                        "this program does not know the name '%s'; a newer one wrote it".formatted(name),
                        null));
        if (revision != entry.revision()) {
            throw new CorruptHistory(
                    position,
                    "this program reads revision %d of '%s', not %d".formatted(entry.revision(), name, revision),
                    null);
        }
        try {
            return reader(name).readValue(json.bytes(), json.from(), json.length());
        } catch (IOException | IllegalArgumentException e) {
            throw new CorruptHistory(position, "its payload is not a '%s'".formatted(name), e);
        }
    }

    /** The event that {@code json} writes. */
    public LedgerEvent read(String name, int revision, byte[] json) {
        return read(0, name, revision, new Slice(json, 0, json.length));
    }

    /** Part of an array of bytes. */
    record Slice(@SuppressWarnings("ArrayRecordComponent") byte[] bytes, int from, int length) {}

    private ObjectReader reader(String name) {
        ObjectReader reader = readers.get(name);
        if (reader == null) {
            throw new IllegalStateException("no reader for " + name);
        }
        return reader;
    }

    /** Whether a string is escaped: the only place where Jackson's form can differ from the canonical one. */
    private static boolean escapes(byte[] json) {
        for (byte b : json) {
            if (b == '\\') {
                return true;
            }
        }
        return false;
    }
}
