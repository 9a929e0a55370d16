package org.maaledger.command.http;

/** The bounds of a request. Beyond them it is refused before anything is made of it. */
public final class Limits {

    /** A command with the longest texts and lists it can have takes less than a tenth of this. */
    public static final int BODY_BYTES_MAX = 256 * 1024;

    /** No command nests deeper than four levels; beyond this it is no command but an attack. */
    public static final int DEPTH_MAX = 12;

    /** The longest list of a command: the parties of an agreement, milestones. */
    public static final int LIST_ENTRIES_MAX = 500;

    /** Field names of commands are far shorter. */
    public static final int FIELD_NAME_CHARACTERS_MAX = 100;

    /** No string in a body is longer than the body, so that the text's own limit gives the message. */
    public static final int STRING_CHARACTERS_MAX = BODY_BYTES_MAX;

    /** Digits and signs of a number: room for every whole number that a command may hold. */
    public static final int NUMBER_CHARACTERS_MAX = 40;

    /** Faults told at a time; whoever has more mends these first. */
    public static final int ERRORS_MAX = 100;

    /** The longest idempotency key, in characters. */
    public static final int KEY_CHARACTERS_MAX = 128;

    private Limits() {}
}
