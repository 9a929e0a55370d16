package org.maaledger.query.projection;

import java.time.Instant;
import java.time.LocalDate;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.provenance.Actor;

/**
 * One event with what its envelope says of it, as readers need it.
 *
 * @param position its place in the one order, counted from 1 without gaps
 * @param sequence its place in its stream, counted from 0
 * @param recordedAt when the ledger recorded it
 * @param actedOn the date of the act itself
 * @param command the name of the command that was accepted
 */
public record Fact(
        long position,
        long sequence,
        Instant recordedAt,
        LocalDate actedOn,
        Actor actor,
        String command,
        LedgerEvent event) {

    /** The stream it belongs to. */
    public String stream() {
        return event.stream();
    }
}
