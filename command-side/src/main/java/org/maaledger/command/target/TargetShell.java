package org.maaledger.command.target;

/** Names the shell of targets to whoever wires the program, so that the shell itself stays in its package. */
public final class TargetShell {

    /** The type of the shell. */
    public static final Class<?> TYPE = TargetAggregate.class;

    private TargetShell() {}
}
