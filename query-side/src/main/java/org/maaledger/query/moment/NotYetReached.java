package org.maaledger.query.moment;

/** The tables have not come as far as the answer must; they will shortly. */
public final class NotYetReached extends RuntimeException {

    private final long reached;

    /** They are at {@code reached}, and {@code wanted} was asked for. */
    public NotYetReached(long wanted, long reached) {
        super("position %d was asked for, and this node has reached %d: ask again in a moment"
                .formatted(wanted, reached));
        this.reached = reached;
    }

    /** How far they are. */
    public long reached() {
        return reached;
    }
}
