package org.maaledger.query.projection;

/** The projection is being rebuilt already, here or on another node. */
public final class RebuildUnderWay extends RuntimeException {

    /** Of {@code projection}. */
    public RebuildUnderWay(String projection) {
        super("the projection '%s' is being rebuilt already: wait until it is done".formatted(projection));
    }
}
