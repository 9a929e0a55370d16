package org.maaledger.log;

import org.axonframework.common.AxonNonTransientException;

/** The database refused the data of this one append; nothing of it was recorded, and asking again would not help. */
public final class AppendRefused extends AxonNonTransientException {

    AppendRefused(Throwable cause) {
        super("Nothing was recorded: the database refused the data", cause);
    }
}
