package org.maaledger.command.reading;

/** Names the shell of series of readings to whoever wires the program, so that the shell itself stays in its package. */
public final class ReadingSeriesShell {

    /** The type of the shell. */
    public static final Class<?> TYPE = ReadingSeriesAggregate.class;

    private ReadingSeriesShell() {}
}
