package org.maaledger.query.http;

/** There is no such thing, or none that the caller may see: the two are told alike. */
public final class NotFound extends RuntimeException {

    private final long position;

    /** No {@code what} with this id, as of {@code position}. */
    public NotFound(String what, Object id, long position) {
        super("there is no %s '%s', as far as you may see at position %d".formatted(what, id, position));
        this.position = position;
    }

    /** As of which position. */
    public long position() {
        return position;
    }
}
