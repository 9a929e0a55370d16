package org.maaledger.command.shell;

import org.maaledger.command.decision.Fold;

/**
 * The length of a stream, for commands whose view is of a stream that they do not write to.
 *
 * @param value the sequence number of its last event, -1 if it has none
 */
record Length(long value) {

    static final Fold<Length> FOLD =
            new Fold<>("length", new Length(-1), (length, event, actedOn) -> new Length(length.value() + 1));
}
