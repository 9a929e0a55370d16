package org.maaledger.log;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Streams that were read ahead, many with one question, for commands that are about to come. What was read of a stream is given out
 * once: a command that is decided again, because the stream has moved on since, reads the log itself.
 */
final class StreamsAhead {

    /** Streams that are kept; those read longest ago give way. With the next bound: some 16,000 events at most. */
    private static final int STREAMS_MAX = 512;

    /** Longer streams are left alone: they soon have a snapshot, which spares more than reading them together. */
    private static final int STREAM_EVENTS_MAX = 32;

    private final LedgerReader reader;
    private final LinkedHashMap<String, List<StoredEvent>> kept = new LinkedHashMap<>();

    StreamsAhead(LedgerReader reader) {
        this.reader = reader;
    }

    /** Reads those of {@code streams} that are short. */
    void read(Collection<String> streams) {
        Map<String, List<StoredEvent>> read = new HashMap<>();
        streams.forEach(stream -> read.put(stream, new ArrayList<>()));
        for (StoredEvent event : reader.beginningsOf(streams, STREAM_EVENTS_MAX + 1)) {
            read.computeIfAbsent(event.envelope().aggregateId(), key -> new ArrayList<>())
                    .add(event);
        }
        read.values().removeIf(events -> events.size() > STREAM_EVENTS_MAX);
        synchronized (kept) {
            kept.putAll(read);
            while (kept.size() > STREAMS_MAX) {
                kept.pollFirstEntry();
            }
        }
    }

    /** Whether {@code stream} was read ahead and not given out yet. */
    boolean holds(String stream) {
        synchronized (kept) {
            return kept.containsKey(stream);
        }
    }

    /** What was read of {@code stream}, in order; null if it was not read ahead, or was given out. */
    @Nullable List<StoredEvent> take(String stream) {
        synchronized (kept) {
            return kept.remove(stream);
        }
    }
}
