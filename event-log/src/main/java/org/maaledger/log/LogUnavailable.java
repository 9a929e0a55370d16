package org.maaledger.log;

import org.axonframework.common.AxonNonTransientException;
import org.jspecify.annotations.Nullable;

/** Nothing was recorded, because the log cannot be written to now; the same request may succeed later. */
public final class LogUnavailable extends AxonNonTransientException {

    LogUnavailable(String reason, @Nullable Throwable cause) {
        super("Nothing was recorded: " + reason, cause);
    }
}
