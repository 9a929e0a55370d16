package org.maaledger.command.shell;

/** The command was decided again as often as allowed, and others were always faster; nothing was recorded. */
public final class Overtaken extends RuntimeException {

    public Overtaken(Throwable cause) {
        super("given up after repeated conflicts", cause);
    }
}
