package org.maaledger.query.http;

import org.maaledger.query.moment.Moment;

/** There is no such thing, or none that the caller may see: the two are told alike. */
public final class NotFound extends RuntimeException {

    private final long position;

    /** No {@code what} with this id, whatever the moment. */
    public NotFound(String what, Object id) {
        super("there is no %s '%s'".formatted(what, id));
        this.position = 0;
    }

    /** No {@code what} with this id, at {@code moment}. */
    public NotFound(String what, Object id, Moment moment) {
        super("there is no %s '%s', as far as you may see at position %d%s"
                .formatted(what, id, moment.position(), moment.dayAsked() ? " on " + moment.validOn() : ""));
        this.position = moment.position();
    }

    /** As of which position, 0 where that says nothing. */
    public long position() {
        return position;
    }
}
