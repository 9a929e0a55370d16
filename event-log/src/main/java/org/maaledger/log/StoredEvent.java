package org.maaledger.log;

import java.time.Instant;
import java.time.LocalDate;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.provenance.Actor;

/** One event as it stands in the log: what is said about it, what it says, and the bytes that both were read from. */
public final class StoredEvent {

    private final Envelope envelope;
    private final LedgerEvent payload;
    private final byte[] stored;

    StoredEvent(Envelope envelope, LedgerEvent payload, byte[] stored) {
        this.envelope = envelope;
        this.payload = payload;
        this.stored = stored;
    }

    /** What the log says about the event. */
    public Envelope envelope() {
        return envelope;
    }

    /** What happened. */
    public LedgerEvent payload() {
        return payload;
    }

    /** A copy of the stored bytes, from which any proof is made. */
    public byte[] stored() {
        return stored.clone();
    }

    /** Its place in the one order. */
    public long position() {
        return envelope.position();
    }

    /** The stream it belongs to. */
    public String stream() {
        return envelope.aggregateId();
    }

    /** Its place in its stream, counted from 0. */
    public long sequence() {
        return envelope.sequence();
    }

    /** When it was recorded. */
    public Instant recordedAt() {
        return envelope.recordedAt();
    }

    /** The date of the act. */
    public LocalDate actedOn() {
        return envelope.actedOn();
    }

    /** Who acted. */
    public Actor actor() {
        return envelope.actor();
    }

    @Override
    public String toString() {
        return "%d %s of %s".formatted(envelope.position(), envelope.name(), envelope.aggregateId());
    }
}
