package org.maaledger.query.history;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/**
 * One step of history.
 *
 * @param stream the aggregate that it belongs to
 * @param sequence its place in that aggregate's history, counted from 0
 * @param actor the opaque id of who acted
 * @param actedOn the day of the act
 * @param recordedAt when the ledger recorded it
 * @param enteredLate whether it was recorded on a later day than it was done
 * @param words what it changed, in words
 * @param change what it changed, as data: the event as it is recorded
 */
@Schema(name = "HistoryStep")
public record Step(
        long position,
        String stream,
        long sequence,
        String event,
        int revision,
        ActorId actor,
        BodyId body,
        Office office,
        String command,
        LocalDate actedOn,
        Instant recordedAt,
        boolean enteredLate,
        String words,
        LedgerEvent change) {}
