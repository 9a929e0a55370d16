package org.maaledger.query.moment;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
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

    /** How long one waits for another reader who reads the log. */
    static final Duration WAIT_MAX = Duration.ofSeconds(1);

    private final Facts log;
    private final ReentrantLock lock = new ReentrantLock();
    /** By stream, and by the name of what happened; no stream is called as an event is. */
    private final Map<String, Long> last = new HashMap<>();

    private long floor = -1;
    private long upTo = -1;

    RecentChanges(Facts log) {
        this.log = log;
    }

    /** Whether nothing that bears on an answer happened after one position and up to another; false where that is not known in time. */
    boolean untouched(Bearing bearing, long since, long until) {
        if (until <= since) {
            return true;
        }
        if (!locked()) {
            return false;
        }
        try {
            return unchanged(bearing, since, until);
        } finally {
            lock.unlock();
        }
    }

    /** Whoever holds the lock may be reading the log, and the database may hang. */
    private boolean locked() {
        try {
            return lock.tryLock(WAIT_MAX.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another reader of the log", e);
        }
    }

    private boolean unchanged(Bearing bearing, long since, long until) {
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
