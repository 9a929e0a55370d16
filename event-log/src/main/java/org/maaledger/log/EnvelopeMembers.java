package org.maaledger.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/** The members of one envelope as they are come upon; one that this program does not know is passed over. */
final class EnvelopeMembers {

    /** Where the digits after the second begin, in the one form that instants are written in: to the microsecond, in UTC. */
    private static final int FRACTION = "2026-01-31T12:00:00.".length();

    private static final int INSTANT_CHARACTERS = FRACTION + "123456Z".length();

    private static final Recent<Instant> SECONDS = new Recent<>(text -> Instant.parse(text + "Z"));
    private static final Recent<LocalDate> DAYS = new Recent<>(LocalDate::parse);
    private static final Recent<ActorId> ACTORS = new Recent<>(text -> new ActorId(UUID.fromString(text)));
    private static final Recent<BodyId> BODIES = new Recent<>(BodyId::new);

    private @Nullable String actedOn;
    private @Nullable String actor;
    private @Nullable String aggregateId;
    private @Nullable String aggregateType;
    private @Nullable String body;
    private @Nullable String causation;
    private @Nullable String command;
    private @Nullable String correlation;
    private @Nullable String eventId;
    private @Nullable String name;
    private @Nullable String office;
    private @Nullable String position;
    private @Nullable String recordedAt;
    private @Nullable String revision;
    private @Nullable String sequence;
    private @Nullable String signature;

    void put(String member, String text) {
        switch (member) {
            case "actedOn" -> actedOn = text;
            case "actor" -> actor = text;
            case "aggregateId" -> aggregateId = text;
            case "aggregateType" -> aggregateType = text;
            case "body" -> body = text;
            case "causation" -> causation = text;
            case "command" -> command = text;
            case "correlation" -> correlation = text;
            case "eventId" -> eventId = text;
            case "name" -> name = text;
            case "office" -> office = text;
            case "position" -> position = text;
            case "recordedAt" -> recordedAt = text;
            case "revision" -> revision = text;
            case "sequence" -> sequence = text;
            case "signature" -> signature = text;
            default -> {
                // A newer program's optional member.
            }
        }
    }

    /** The envelope that was found at {@code place}. */
    Envelope envelope(long place) {
        if (Long.parseLong(there(position, "position")) != place) {
            throw new CorruptHistory(place, "its bytes name the position " + position, null);
        }
        return new Envelope(
                place,
                instant(there(recordedAt, "recordedAt")),
                DAYS.of(there(actedOn, "actedOn")),
                new Actor(
                        ACTORS.of(there(actor, "actor")),
                        BODIES.of(there(body, "body")),
                        Office.of(there(office, "office"))),
                there(aggregateType, "aggregateType"),
                there(aggregateId, "aggregateId"),
                Long.parseLong(there(sequence, "sequence")),
                UUID.fromString(there(eventId, "eventId")),
                there(name, "name"),
                Integer.parseInt(there(revision, "revision")),
                there(command, "command"),
                there(correlation, "correlation"),
                causation,
                signature);
    }

    private static Instant instant(String text) {
        if (text.length() != INSTANT_CHARACTERS || text.charAt(FRACTION - 1) != '.' || !text.endsWith("Z")) {
            return Instant.parse(text);
        }
        int micros = Integer.parseUnsignedInt(text, FRACTION, INSTANT_CHARACTERS - 1, 10);
        return SECONDS.of(text.substring(0, FRACTION - 1)).plusNanos(micros * 1_000L);
    }

    private static String there(@Nullable String text, String member) {
        if (text == null) {
            throw new IllegalArgumentException("the member '" + member + "' is missing");
        }
        return text;
    }
}
