package org.maaledger.log;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The last sequence of each stream that one session of the appender came upon. Positions are dense and events are for ever, so as long
 * as the log ends where this session left it nobody else has written, and what it knows is true without asking the database, which costs
 * as much as half of the insert. It lives no longer than the session: whatever happened without one is not known.
 */
final class KnownSequences {

    /** Streams that are written to again and again, with room to spare; some megabytes. The one not used for longest is forgotten first. */
    private static final int STREAMS_MAX = 20_000;

    private final Map<String, Long> last = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > STREAMS_MAX;
        }
    };

    private long head;
    /** Not while another node writes as well: what is known is of no use then, and asking in two steps would take longer. */
    private boolean alone;

    /** What is known of {@code streams}, to be relied on only if {@link #isTrueAt} the head of the log under its lock. */
    Map<String, Long> of(Set<String> streams) {
        Map<String, Long> known = new HashMap<>();
        if (alone) {
            for (String stream : streams) {
                Long sequence = last.get(stream);
                if (sequence != null) {
                    known.put(stream, sequence);
                }
            }
        }
        return known;
    }

    /** Whether nobody else has written, for a log that ends at {@code head}; if somebody has, all is forgotten. */
    boolean isTrueAt(long head) {
        alone = this.head == head;
        if (!alone) {
            last.clear();
        }
        return alone;
    }

    /** Streams end at {@code sequences} in a log that ends at {@code head}, after a batch of this session or without one. */
    void learn(Map<String, Long> sequences, long head) {
        last.putAll(sequences);
        this.head = head;
    }
}
