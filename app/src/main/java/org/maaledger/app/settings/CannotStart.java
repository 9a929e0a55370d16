package org.maaledger.app.settings;

/** The program cannot start. The message is one line that says what is wrong and what to do; it is all that is shown. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String line) {
        super(line);
    }

    public CannotStart(String line, Throwable cause) {
        super(line, cause);
    }
}
