package org.maaledger.query.moment;

/** The answer must include a position, and as of the moment that is asked for it was not recorded: no waiting brings the two together. */
public final class TooEarlyAMoment extends RuntimeException {

    /** The moment is that of {@code position}, and {@code wanted} must be included. */
    public TooEarlyAMoment(long wanted, long position) {
        super("as of that moment the ledger was at position %d, which does not include %d".formatted(position, wanted));
    }
}
