package org.maaledger.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.canonical.CanonicalJson;

/**
 * Renders the stored form of events in the thread of the caller, all but what is known only under the log's lock: position and
 * time, which are spliced in between two halves.
 */
final class EnvelopeWriter {

    /** ISO 8601 with microseconds, which is what PostgreSQL keeps. */
    private static final DateTimeFormatter MICROSECONDS =
            new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    private final EventSerializer serializer;

    EnvelopeWriter(EventSerializer serializer) {
        this.serializer = serializer;
    }

    /** An event of which only position and time are missing. */
    record Rendered(NewEvent event, EventCatalogue.Entry entry, Halves halves) {

        String stream() {
            return event.payload().stream();
        }

        int bytes() {
            return halves.prefix().length + halves.suffix().length;
        }
    }

    /** The canonical bytes before {@code position} and after {@code recordedAt}. */
    record Halves(
            @SuppressWarnings("ArrayRecordComponent") byte[] prefix,
            @SuppressWarnings("ArrayRecordComponent") byte[] suffix) {

        byte[] splice(long position, byte[] recordedAt) {
            byte[] digits = Long.toString(position).getBytes(StandardCharsets.US_ASCII);
            byte[] whole = new byte[prefix.length + digits.length + recordedAt.length + suffix.length];
            System.arraycopy(prefix, 0, whole, 0, prefix.length);
            System.arraycopy(digits, 0, whole, prefix.length, digits.length);
            System.arraycopy(recordedAt, 0, whole, prefix.length + digits.length, recordedAt.length);
            System.arraycopy(suffix, 0, whole, whole.length - suffix.length, suffix.length);
            return whole;
        }
    }

    /** The member {@code recordedAt}, the same for all events of a batch. */
    static byte[] recordedAt(Instant recordedAt) {
        return (",\"recordedAt\":\"" + MICROSECONDS.format(recordedAt) + '"').getBytes(StandardCharsets.US_ASCII);
    }

    Rendered render(NewEvent event) {
        EventCatalogue.Entry entry = EventCatalogue.of(event.payload().getClass());
        StringBuilder head = new StringBuilder(400);
        member(head, '{', "actedOn", event.actedOn().toString());
        member(head, ',', "actor", event.actor().id().toString());
        member(head, ',', "aggregateId", event.payload().stream());
        member(head, ',', "aggregateType", entry.aggregateType());
        member(head, ',', "body", event.actor().body().value());
        if (event.causation() != null) {
            member(head, ',', "causation", event.causation());
        }
        member(head, ',', "command", event.command());
        member(head, ',', "correlation", event.correlation());
        member(head, ',', "eventId", event.eventId().toString());
        member(head, ',', "name", entry.name());
        member(head, ',', "office", event.actor().office().toString());
        head.append(",\"payload\":");
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] payload = serializer.write(event.payload());
        byte[] after = ",\"position\":".getBytes(StandardCharsets.US_ASCII);
        byte[] prefix = new byte[before.length + payload.length + after.length];
        System.arraycopy(before, 0, prefix, 0, before.length);
        System.arraycopy(payload, 0, prefix, before.length, payload.length);
        System.arraycopy(after, 0, prefix, before.length + payload.length, after.length);
        byte[] suffix = (",\"revision\":" + entry.revision() + ",\"sequence\":" + event.sequence() + '}')
                .getBytes(StandardCharsets.US_ASCII);
        return new Rendered(event, entry, new Halves(prefix, suffix));
    }

    private static void member(StringBuilder out, char before, String name, String value) {
        CanonicalJson.appendString(
                value, out.append(before).append('"').append(name).append("\":"));
    }
}
