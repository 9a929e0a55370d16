package org.maaledger.command.shell;

/** The log already holds the events of a request with this key. */
public final class RequestRepeated extends RuntimeException {

    public RequestRepeated(Throwable cause) {
        super("a request with this key was accepted before", cause);
    }
}
