package org.maaledger.command.agreement;

/** Names the shell of agreements to whoever wires the program, so that the shell itself stays in its package. */
public final class AgreementShell {

    /** The type of the shell. */
    public static final Class<?> TYPE = AgreementAggregate.class;

    private AgreementShell() {}
}
