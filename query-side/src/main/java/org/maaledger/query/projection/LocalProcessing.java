package org.maaledger.query.projection;

/** What this process does for the projections, as far as others may know of it. */
@FunctionalInterface
public interface LocalProcessing {

    /** Whether this process keeps {@code projection} up with the log, and is not in trouble with it. */
    boolean runsHere(String projection);
}
