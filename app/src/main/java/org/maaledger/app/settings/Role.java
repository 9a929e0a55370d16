package org.maaledger.app.settings;

/** A part that a process plays. By default one process plays all; several processes can share them out. */
public enum Role {
    /** Takes commands. */
    COMMAND,
    /** Keeps the tables of the projections up to date. */
    PROJECT,
    /** Answers questions. */
    QUERY
}
