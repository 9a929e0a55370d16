package org.maaledger.command.importing;

import java.util.function.Consumer;
import org.maaledger.kernel.LedgerEvent;

/** The streams that imports look up, as the log holds them: those of reference data, and series of readings. */
public interface ReferenceStreams {

    /** The last position of the log. */
    long head();

    /** Gives every event of a stream, in order. */
    void of(String stream, Consumer<LedgerEvent> event);

    /** Gives every event of every stream whose name begins with {@code prefix}, those of a stream in order. */
    void each(String prefix, Consumer<LedgerEvent> event);

    /** Gives every event of areas and indicators after one position and up to another, in order. */
    void since(long position, long upTo, Consumer<LedgerEvent> event);
}
