package org.maaledger.log;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Reads the log by position. Positions are dense and in the order of commits, so one number says all that was read, and nothing
 * can appear behind it. No connection is held between two calls.
 */
public final class LedgerReader {

    /** At most this many events at a time: bounds the memory of a reader and the time its snapshot is held. */
    public static final int PAGE_MAX = 10_000;

    private static final String HEAD = "SELECT coalesce(max(position), 0) FROM ledger.event";

    private static final String AFTER =
            "SELECT position, stored FROM ledger.event WHERE position > ? ORDER BY position LIMIT ?";

    /** The bytes of events that are passed over stay where they are; their positions are counted all the same. */
    private static final String AFTER_WITHOUT = """
            SELECT position, CASE WHEN name = ANY (?) THEN NULL ELSE stored END FROM ledger.event
            WHERE position > ? AND position <= ? ORDER BY position""";

    /** The sums keep the planner from reading the whole index of positions for each stream, as it does once a plan is generic. */
    private static final String OF_STREAMS = """
            SELECT e.position, e.stored FROM unnest(?::text[]) AS s (stream)
            CROSS JOIN LATERAL (
                SELECT position, stored FROM ledger.event
                WHERE aggregate_id = s.stream AND position + 0 > ? AND position + 0 <= ? ORDER BY sequence LIMIT ?) AS e
            ORDER BY e.position LIMIT ?""";

    private static final String OF_STREAM = """
            SELECT position, stored FROM ledger.event WHERE aggregate_id = ? AND sequence >= ? ORDER BY sequence LIMIT ?""";

    private static final String OF_STREAMS_NAMED = """
            SELECT position, stored FROM ledger.event
            WHERE aggregate_id >= ? AND aggregate_id < ? AND (aggregate_id, sequence) > (?, ?)
            ORDER BY aggregate_id, sequence LIMIT ?""";

    private static final String OF_TYPES = """
            SELECT position, stored FROM ledger.event
            WHERE position > ? AND position <= ? AND aggregate_type = ANY (?::text[]) ORDER BY position LIMIT ?""";

    private static final String HEADLINES = """
            SELECT position, aggregate_id, name FROM ledger.event WHERE position > ? AND position <= ? ORDER BY position""";

    private static final String LAST_SEQUENCE = "SELECT max(sequence) FROM ledger.event WHERE aggregate_id = ?";

    private final DataSource database;
    private final EnvelopeReader envelopes;

    /** Reads from {@code database}, which may be a standby. */
    public LedgerReader(DataSource database, EventSerializer serializer) {
        this.database = database;
        this.envelopes = new EnvelopeReader(serializer);
    }

    /** The last position, 0 while the log is empty. */
    public long head() {
        return number(HEAD, _ -> {}).orElse(0);
    }

    /** Up to {@code max} events after {@code position}, in order. */
    public List<StoredEvent> after(long position, int max) {
        return events(AFTER, statement -> {
            statement.setLong(1, position);
            statement.setInt(2, bounded(max));
        });
    }

    /**
     * The events after one position and up to another, in order, but for those that are stored under one of {@code names}; for readers
     * to whom these say nothing.
     */
    public List<StoredEvent> between(long after, long upTo, Collection<String> names) {
        bounded((int) Math.min(Integer.MAX_VALUE, upTo - after));
        List<Optional<StoredEvent>> rows = Jdbc.list(
                database,
                AFTER_WITHOUT,
                statement -> {
                    Jdbc.setTexts(statement, 1, names);
                    statement.setLong(2, after);
                    statement.setLong(3, upTo);
                },
                row -> {
                    byte[] stored = row.getBytes(2);
                    return stored == null ? Optional.empty() : Optional.of(envelopes.read(row.getLong(1), stored));
                });
        if (rows.size() != upTo - after) {
            throw new CorruptHistory(
                    upTo, "of the %d events up to it only %d are there".formatted(upTo - after, rows.size()), null);
        }
        return rows.stream().flatMap(Optional::stream).toList();
    }

    /** The stored bytes of up to {@code max} events after {@code position}, in order, unread; for exports and sealing. */
    public List<byte[]> storedAfter(long position, int max) {
        return Jdbc.list(
                database,
                AFTER,
                statement -> {
                    statement.setLong(1, position);
                    statement.setInt(2, bounded(max));
                },
                row -> row.getBytes(2));
    }

    /** Up to {@code max} events of any of {@code streams}, after one position and up to another, in order. */
    public List<StoredEvent> ofStreams(Collection<String> streams, long after, long upTo, int max) {
        return events(OF_STREAMS, statement -> {
            Jdbc.setTexts(statement, 1, streams);
            statement.setLong(2, after);
            statement.setLong(3, upTo);
            statement.setInt(4, bounded(max));
            statement.setInt(5, max);
        });
    }

    /** The first {@code each} events, or fewer, of every one of {@code streams}, in the order of the log. */
    public List<StoredEvent> beginningsOf(Collection<String> streams, int each) {
        int all = bounded(Math.multiplyExact(Math.max(1, streams.size()), each));
        return events(OF_STREAMS, statement -> {
            Jdbc.setTexts(statement, 1, streams);
            statement.setLong(2, 0);
            statement.setLong(3, Long.MAX_VALUE);
            statement.setInt(4, each);
            statement.setInt(5, all);
        });
    }

    /** Up to {@code max} events of {@code stream} from the sequence {@code first} on. */
    public List<StoredEvent> ofStream(String stream, long first, int max) {
        return events(OF_STREAM, statement -> {
            statement.setString(1, stream);
            statement.setLong(2, first);
            statement.setInt(3, bounded(max));
        });
    }

    /**
     * Up to {@code max} events of the streams whose names begin with {@code prefix}, by stream and sequence, after one event of one
     * stream; after -1 of the prefix itself for the first of all.
     */
    public List<StoredEvent> ofStreamsNamed(String prefix, String afterStream, long afterSequence, int max) {
        char last = prefix.charAt(prefix.length() - 1);
        String behind = prefix.substring(0, prefix.length() - 1) + (char) (last + 1);
        return events(OF_STREAMS_NAMED, statement -> {
            statement.setString(1, prefix);
            statement.setString(2, behind);
            statement.setString(3, afterStream);
            statement.setLong(4, afterSequence);
            statement.setInt(5, bounded(max));
        });
    }

    /**
     * Up to {@code max} events of aggregates of {@code types}, after one position and up to another, in order. It looks at every event
     * between the two, so they should not lie far apart.
     */
    public List<StoredEvent> ofTypes(Collection<String> types, long after, long upTo, int max) {
        return events(OF_TYPES, statement -> {
            statement.setLong(1, after);
            statement.setLong(2, upTo);
            Jdbc.setTexts(statement, 3, types);
            statement.setInt(4, bounded(max));
        });
    }

    /** What happened to which streams after one position and up to another, in order, without what the events say. */
    public List<Headline> headlines(long after, long upTo) {
        bounded((int) Math.min(Integer.MAX_VALUE, upTo - after));
        return Jdbc.list(
                database,
                HEADLINES,
                statement -> {
                    statement.setLong(1, after);
                    statement.setLong(2, upTo);
                },
                row -> new Headline(row.getLong(1), row.getString(2), row.getString(3)));
    }

    /** The sequence of the last event of {@code stream}, or empty if it has none. */
    public OptionalLong lastSequence(String stream) {
        return number(LAST_SEQUENCE, statement -> statement.setString(1, stream));
    }

    /** Which position stands for a moment. */
    public LedgerMoments moments() {
        return new LedgerMoments(database);
    }

    private List<StoredEvent> events(String sql, Jdbc.Binding binding) {
        return Jdbc.list(database, sql, binding, row -> envelopes.read(row.getLong(1), row.getBytes(2)));
    }

    private OptionalLong number(String sql, Jdbc.Binding binding) {
        return Jdbc.list(database, sql, binding, row -> {
                    long value = row.getLong(1);
                    return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(value);
                })
                .getFirst();
    }

    private static int bounded(int max) {
        if (max < 1 || max > PAGE_MAX) {
            throw new IllegalArgumentException("read 1 to %d events at a time, not %d".formatted(PAGE_MAX, max));
        }
        return max;
    }
}
