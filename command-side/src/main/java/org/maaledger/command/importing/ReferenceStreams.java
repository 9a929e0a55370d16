package org.maaledger.command.importing;

import java.util.function.Consumer;
import org.maaledger.kernel.LedgerEvent;

/** The streams of reference data, as the log holds them. */
public interface ReferenceStreams {

    /** Gives every event of every stream whose name begins with {@code prefix}, those of a stream in order. */
    void each(String prefix, Consumer<LedgerEvent> event);
}
