package org.maaledger.app.settings;

/** The form of the lines that the program writes about itself on its standard output. */
public enum LogForm {
    /** For people. */
    TEXT,
    /** One JSON object a line, by the names of the Elastic Common Schema; for programs that collect lines. */
    JSON
}
