package org.maaledger.log;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;

/** Reads the stored form of an event. What the columns of the table say is an index; what the bytes say is what was recorded. */
final class EnvelopeReader {

    private static final JsonFactory JSON = new JsonFactory();

    private final EventSerializer serializer;

    EnvelopeReader(EventSerializer serializer) {
        this.serializer = serializer;
    }

    /** The event whose bytes were found at {@code position}. */
    StoredEvent read(long position, byte[] stored) {
        try (JsonParser parser = JSON.createParser(stored)) {
            EnvelopeMembers members = new EnvelopeMembers();
            EventSerializer.Slice payload = null;
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("payload")) {
                    payload = slice(parser, stored);
                } else if (value.isStructStart()) {
                    parser.skipChildren();
                } else {
                    members.put(name, parser.getText());
                }
            }
            Envelope envelope = members.envelope(position);
            return new StoredEvent(envelope, payload(envelope, payload), stored);
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            throw new CorruptHistory(position, "its envelope is damaged", e);
        }
    }

    private LedgerEvent payload(Envelope envelope, EventSerializer.@Nullable Slice payload) {
        if (payload == null) {
            throw new CorruptHistory(envelope.position(), "it has no payload", null);
        }
        LedgerEvent event = serializer.read(envelope.position(), envelope.name(), envelope.revision(), payload);
        if (!event.stream().equals(envelope.aggregateId())) {
            throw new CorruptHistory(envelope.position(), "its payload belongs to the stream " + event.stream(), null);
        }
        return event;
    }

    private static EventSerializer.Slice slice(JsonParser parser, byte[] stored) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        int to = (int) parser.currentLocation().getByteOffset();
        return new EventSerializer.Slice(stored, from, to - from);
    }
}
