package org.maaledger.command.decision;

/** What sort of answer a refusal is. */
public enum RefusalKind {
    /** The actor may see the thing but may not do this to it. */
    FORBIDDEN,
    /** There is no such thing, or the actor may not know of it. */
    UNKNOWN,
    /** The thing's present state does not allow it. */
    CONFLICT,
    /** The command was decided on an older view of the thing than the present one. */
    STALE,
    /** The command is well formed, but what it asks for breaks a rule. */
    UNACCEPTABLE
}
