package org.maaledger.query.moment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maaledger.log.Headline;
import org.maaledger.query.projection.Facts;

/**
 * Where each stream changed last, read from the log when somebody asks: only of the positions after a floor, which rises when the log
 * has gone far ahead or there are too many streams to remember.
 */
final class RecentChanges {

    /** Events that are read at a time; where more have come, everything counts as changed. */
    static final int EVENTS_MAX = 5_000;

    /** Streams that are remembered: some 10 MB. */
    private static final int STREAMS_MAX = 50_000;

    private final Facts log;
    /** By stream, and by the name of what happened; no stream is called as an event is. */
    private final Map<String, Long> last = new HashMap<>();

    private long floor = -1;
    private long upTo = -1;

    RecentChanges(Facts log) {
        this.log = log;
    }

    /** Whether nothing that bears on an answer happened after one position and up to another; false where that is not known. */
    synchronized boolean untouched(Bearing bearing, long since, long until) {
        if (until <= since) {
            return true;
        }
        read(until);
        return since >= floor
                && bearing.names().stream().allMatch(name -> last.getOrDefault(name, 0L) <= since)
                && bearing.streams().stream().allMatch(stream -> last.getOrDefault(stream, 0L) <= since);
    }

    private void read(long until) {
        if (until <= upTo) {
            return;
        }
        if (upTo < 0 || until - upTo > EVENTS_MAX || last.size() > STREAMS_MAX) {
            last.clear();
            floor = until;
        } else {
            List<Headline> headlines = log.headlines(upTo, until);
            if (headlines.size() != until - upTo) {
                throw new IllegalStateException(
                        "the log has %d events between %d and %d".formatted(headlines.size(), upTo, until));
            }
            for (Headline headline : headlines) {
                last.put(headline.stream(), headline.position());
                last.put(headline.name(), headline.position());
            }
        }
        upTo = until;
    }
}
