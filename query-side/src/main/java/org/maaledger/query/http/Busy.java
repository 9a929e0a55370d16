package org.maaledger.query.http;

/** As many long-lived requests are open as this node serves. */
public final class Busy extends RuntimeException {

    /** With the reason. */
    public Busy(String message) {
        super(message);
    }
}
