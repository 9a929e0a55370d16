package org.maaledger.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.provenance.Actor;

/**
 * What the log says about one event, beside its payload. Its stored form, payload included, is canonical JSON (RFC 8785).
 *
 * @param position its place in the one order: 1, 2, 3, without gaps, in the order of commits
 * @param recordedAt when it was recorded, by the database's clock under the log's lock; never decreasing, and never used for order
 * @param actedOn the date of the act, which may lie before
 * @param sequence its place in its stream, counted from 0
 * @param eventId made by the writer, so that it can be looked up whatever became of the connection
 * @param name the stored name, from the catalogue
 * @param revision the revision of the payload's shape
 * @param command the name of the command that was accepted
 * @param correlation what the events of one request have in common
 * @param causation the event that caused this one
 * @param signature a party's signature, in a form not yet settled
 */
public record Envelope(
        long position,
        Instant recordedAt,
        LocalDate actedOn,
        Actor actor,
        String aggregateType,
        String aggregateId,
        long sequence,
        UUID eventId,
        String name,
        int revision,
        String command,
        String correlation,
        @Nullable String causation,
        @Nullable String signature) {}
