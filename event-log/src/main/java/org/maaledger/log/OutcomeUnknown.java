package org.maaledger.log;

import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/**
 * The connection was lost while the database committed, or the program stopped meanwhile, and what became of it could not be found out:
 * the events may be recorded or not. Whoever asks again with the same idempotency key gets the true answer.
 */
public final class OutcomeUnknown extends AxonNonTransientException {

    OutcomeUnknown(String reason, @Nullable Throwable cause) {
        super(
                "It is not known whether this was recorded (%s); ask again with the same Idempotency-Key."
                        .formatted(reason),
                cause);
    }
}
