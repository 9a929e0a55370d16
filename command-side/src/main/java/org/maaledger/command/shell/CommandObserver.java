package org.maaledger.command.shell;

import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.LedgerCommand;

/** Is told what commands end in, on the thread that waits for it; for measurements and for the log of the program. */
public interface CommandObserver {

    /** Nobody looks. */
    CommandObserver NONE = new CommandObserver() {};

    /** What a command ends in. */
    enum Ending {
        /** Its events are durable. */
        ACCEPTED,
        /** A rule stands against it; nothing is recorded. */
        REFUSED,
        /** A request with its key was accepted before. */
        REPEATED,
        /** Others always wrote first to what it rests on; nothing is recorded. */
        CONFLICT,
        /** The log cannot be written to; nothing is recorded. */
        UNAVAILABLE,
        /** The connection broke at the commit, and what became of it cannot be found out. */
        UNKNOWN,
        /** A fault of the program. */
        FAULT
    }

    /**
     * A command has ended.
     *
     * @param code of the refusal, null where it was not refused
     * @param nanos from being sent to its end, all attempts included
     */
    default void ended(
            LedgerCommand command, Submission submission, Ending ending, @Nullable String code, long nanos) {}

    /** A command met a conflict and will be decided again. */
    default void decidedAgain() {}

    /** The same observer; what it throws is logged and goes no further, for nobody's command depends on who looks at it. */
    default CommandObserver harmless() {
        return this instanceof HarmlessObserver ? this : new HarmlessObserver(this);
    }
}
