package org.maaledger.command.shell;

import java.util.List;
import org.maaledger.command.decision.Dated;

/** The log, as the shell reads it. */
public interface StreamSource {

    /** At most {@code max} events of {@code stream}, in order, from the sequence number {@code first} on. */
    List<Dated> from(String stream, long first, int max);

    /** The sequence number of the last event of {@code stream}, -1 if it has none: asked of the log itself, never of a cache. */
    long lastSequence(String stream);
}
