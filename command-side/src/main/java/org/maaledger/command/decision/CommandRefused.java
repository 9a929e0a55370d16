package org.maaledger.command.decision;

/** Carries a refusal out of a shell: the one exception of this side that means "no". It has no stack trace, for it is no fault. */
public final class CommandRefused extends RuntimeException {

    private final transient Refusal refusal;

    public CommandRefused(Refusal refusal) {
        super(refusal.code() + ": " + refusal.grounds().message(), null, false, false);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
