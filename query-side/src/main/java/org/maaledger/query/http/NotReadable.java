package org.maaledger.query.http;

/** The thing is recorded, but an event of it could not be applied and waits among the dead letters. */
public final class NotReadable extends RuntimeException {

    /** The thing, as of {@code position}. */
    public NotReadable(String what, Object id) {
        super("the %s '%s' is recorded, but cannot be shown until a fault in reading it is mended".formatted(what, id));
    }
}
