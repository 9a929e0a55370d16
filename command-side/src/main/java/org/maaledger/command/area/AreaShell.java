package org.maaledger.command.area;

/** Names the shell of areas to whoever wires the program, so that the shell itself stays in its package. */
public final class AreaShell {

    /** The type of the shell. */
    public static final Class<?> TYPE = AreaAggregate.class;

    private AreaShell() {}
}
