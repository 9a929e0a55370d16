package org.maaledger.command.architecture.canary;

/** A command that can be changed after it was given. */
public final class ChangeableCommand implements CanaryCommand {

    private int changes;

    public int change() {
        return ++changes;
    }
}
