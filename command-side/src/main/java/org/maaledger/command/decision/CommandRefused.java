package org.maaledger.command.decision;

/** Carries a refusal out of a shell: the one exception of this side that means "no". It has no stack trace, for it is no fault. */
public final class CommandRefused extends RuntimeException {

    private final transient Refusal refusal;
    private final boolean byKnownState;

    /** A refusal that rests on no state, or on that of a stream without events. */
    public CommandRefused(Refusal refusal) {
        this(refusal, false);
    }

    /** @param byKnownState whether it comes of the state of a stream that has events, which stays as it is */
    public CommandRefused(Refusal refusal, boolean byKnownState) {
        super(refusal.code() + ": " + refusal.grounds().message(), null, false, false);
        this.refusal = refusal;
        this.byKnownState = byKnownState;
    }

    /** Whether the state that refused can be kept for the next command. */
    public boolean isByKnownState() {
        return byKnownState;
    }

    public Refusal refusal() {
        return refusal;
    }
}
