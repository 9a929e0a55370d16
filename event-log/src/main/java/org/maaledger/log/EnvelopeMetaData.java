package org.maaledger.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/**
 * The names under which parts of the envelope travel as metadata of Axon's messages, and how they are read there.
 *
 * <p>The write side puts actor, body, office, date of the act, command and correlation on a command; they are copied to its events
 * and from there into the envelope. Readers find the same names on events, with position and time of recording. All values are
 * strings, but for the position, which is a {@link Long}.
 */
public final class EnvelopeMetaData {

    /** The place in the one order, counted from 1. */
    public static final String POSITION = "position";
    /** When it was recorded, by the database's clock. */
    public static final String RECORDED_AT = "recordedAt";
    /** The date of the act itself, in Europe/London. */
    public static final String ACTED_ON = "actedOn";
    /** The opaque id of who acted. */
    public static final String ACTOR = "actor";
    /** The body that they acted for. */
    public static final String BODY = "body";
    /** The office that they acted in, in kebab case. */
    public static final String OFFICE = "office";
    /** The name of the command, which is its operation id. */
    public static final String COMMAND = "command";
    /** What all events of one request have in common. */
    public static final String CORRELATION = "correlation";
    /** The id of the event that caused this one, where one did. */
    public static final String CAUSATION = "causation";

    private EnvelopeMetaData() {}

    /** What the write side puts on a command. */
    public static Map<String, Object> of(Actor actor, LocalDate actedOn, String command, String correlation) {
        return Map.of(
                ACTOR, actor.id().toString(),
                BODY, actor.body().value(),
                OFFICE, actor.office().toString(),
                ACTED_ON, actedOn.toString(),
                COMMAND, command,
                CORRELATION, correlation);
    }

    /** What readers find on an event. */
    public static Map<String, Object> of(Envelope envelope) {
        Map<String, Object> metaData =
                new HashMap<>(of(envelope.actor(), envelope.actedOn(), envelope.command(), envelope.correlation()));
        metaData.put(POSITION, envelope.position());
        metaData.put(RECORDED_AT, envelope.recordedAt().toString());
        if (envelope.causation() != null) {
            metaData.put(CAUSATION, envelope.causation());
        }
        return metaData;
    }

    /** Who acted, for whom, in which office. */
    public static Actor actor(Map<String, ?> metaData) {
        return new Actor(
                new ActorId(UUID.fromString(text(metaData, ACTOR))),
                new BodyId(text(metaData, BODY)),
                Office.of(text(metaData, OFFICE)));
    }

    /** The date of the act. */
    public static LocalDate actedOn(Map<String, ?> metaData) {
        return LocalDate.parse(text(metaData, ACTED_ON));
    }

    /** The place of a stored event in the one order. */
    public static long position(Map<String, ?> metaData) {
        return Long.parseLong(text(metaData, POSITION));
    }

    /** When a stored event was recorded. */
    public static Instant recordedAt(Map<String, ?> metaData) {
        return Instant.parse(text(metaData, RECORDED_AT));
    }

    /** The text under {@code key}, which must be there. */
    public static String text(Map<String, ?> metaData, String key) {
        Object value = metaData.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the message says nothing under '" + key + "' in its metadata");
        }
        return value.toString();
    }
}
