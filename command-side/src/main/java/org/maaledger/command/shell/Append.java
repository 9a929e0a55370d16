package org.maaledger.command.shell;

import java.time.Instant;
import java.util.List;
import org.maaledger.command.decision.FreeText;

/** The append that follows a command: what the log must know before it stores the events, and what it says afterwards. */
public interface Append {

    /**
     * Where and when an event was stored.
     *
     * @param recordedAt the clock of the ledger
     */
    record Receipt(long position, long sequence, Instant recordedAt) {}

    /** Gives the append of the unit of work under way. */
    interface Source {
        Append current();
    }

    /**
     * The decision rests on {@code stream} as it stood after event {@code lastSequence}, -1 for an empty one. If it has grown, the
     * append fails with a conflict and the command is decided again.
     */
    void restsOn(String stream, long lastSequence);

    /** Puts {@code text} into the vault, in the same transaction. */
    void keep(FreeText text);

    /** Remembers the request that these events answer. */
    void answers(Submission.Request request);

    /** One receipt for each event, in order; only after the commit. */
    List<Receipt> receipts();
}
