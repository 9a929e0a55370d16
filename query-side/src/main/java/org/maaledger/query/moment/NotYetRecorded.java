package org.maaledger.query.moment;

/** As-of names a moment that has not come: nobody can say yet what the ledger will know then. */
public final class NotYetRecorded extends RuntimeException {

    /** For the reason told, with the remedy. */
    public NotYetRecorded(String message) {
        super(message);
    }
}
