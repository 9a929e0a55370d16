package org.maaledger.log;

import org.axonframework.common.AxonNonTransientException;

/** The idempotency key was used before; nothing was recorded now, and the first answer can be given again. */
public final class DuplicateRequest extends AxonNonTransientException {

    private final transient FirstAnswer first;

    DuplicateRequest(FirstAnswer first) {
        super("this idempotency key was first used for the events from position " + first.firstPosition() + " on");
        this.first = first;
    }

    /** What was recorded the first time. */
    public FirstAnswer first() {
        return first;
    }
}
