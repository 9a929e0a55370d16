package org.maaledger.command.indicator;

/** Names the shell of indicators to whoever wires the program, so that the shell itself stays in its package. */
public final class IndicatorShell {

    /** The type of the shell. */
    public static final Class<?> TYPE = IndicatorAggregate.class;

    private IndicatorShell() {}
}
