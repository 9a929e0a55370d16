package org.maaledger.command.decision;

/** The stored events cannot have happened in this order: the log or this program is wrong, and nothing may be decided on it. */
public final class CorruptHistory extends RuntimeException {

    public CorruptHistory(String message) {
        super(message);
    }
}
