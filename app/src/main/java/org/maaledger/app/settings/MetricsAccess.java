package org.maaledger.app.settings;

/** Who may collect measurements. They say nothing about any agreement, but how many commands of which name were refused, and why. */
public enum MetricsAccess {
    /** Whoever shows a token of an operator. */
    OPERATOR,
    /** Whoever reaches the port. */
    OPEN
}
