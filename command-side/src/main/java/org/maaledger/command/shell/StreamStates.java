package org.maaledger.command.shell;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.decision.Fold;

/**
 * The states of consulted streams, kept in memory.
 *
 * <p>A state may be behind when another node writes. That is no danger: the append names the version it rests on, and a refusal is
 * given only after a look at the log. Whoever finds that a stream has grown says so by {@link #outdated}, and the state is then
 * extended by the new events alone. Of a stream without events nothing is kept: whoever asks for ids that do not exist would push out
 * the states of those that do.
 */
public final class StreamStates {

    /** How many streams are kept: every area and indicator there is, and the agreements at work, with room to spare. */
    public static final int STREAMS_MAX = 20_000;

    private static final int PAGE = 1_000;

    private final StreamSource source;
    private final Cache<String, Kept> kept;

    /** A state, the sequence number of the last event in it, and the generation of the entry that it was read for. */
    record State<S>(S value, long lastSequence, long generation) {}

    private record Kept(AtomicLong generation, Map<String, State<?>> byFold) {}

    public StreamStates(StreamSource source) {
        this(source, STREAMS_MAX);
    }

    public StreamStates(StreamSource source, int streamsMax) {
        this.source = source;
        this.kept = Caffeine.newBuilder().maximumSize(streamsMax).build();
    }

    /** What {@code fold} makes of {@code stream}, as far as this node knows it. */
    <S> State<S> state(Fold<S> fold, String stream) {
        Kept entry = kept.get(stream, key -> new Kept(new AtomicLong(), new ConcurrentHashMap<>(2)));
        long generation = entry.generation().get();
        @SuppressWarnings("unchecked") // the name of a fold stands for its type
        State<S> known = (State<S>) entry.byFold().get(fold.name());
        if (known != null && known.generation() == generation) {
            return known;
        }
        State<S> state = extended(fold, stream, known == null ? new State<>(fold.empty(), -1, 0) : known, generation);
        if (state.lastSequence() < 0) {
            kept.asMap().remove(stream, entry);
        } else {
            entry.byFold().put(fold.name(), state);
        }
        return state;
    }

    /**
     * What {@code fold} makes of {@code stream}, for a question outside of any decision. If what is known does not say
     * {@code enough}, the log is asked whether there is more.
     */
    public <S> S latest(Fold<S> fold, String stream, Predicate<S> enough) {
        State<S> known = state(fold, stream);
        if (!enough.test(known.value()) && isBehind(stream, known.lastSequence())) {
            outdated(stream);
            return state(fold, stream).value();
        }
        return known.value();
    }

    /** Says that {@code stream} has grown, or may have. */
    public void outdated(String stream) {
        Kept entry = kept.getIfPresent(stream);
        if (entry != null) {
            entry.generation().incrementAndGet();
        }
    }

    /** Whether the log holds more of {@code stream} than {@code lastSequence}. */
    boolean isBehind(String stream, long lastSequence) {
        return source.lastSequence(stream) > lastSequence;
    }

    private <S> State<S> extended(Fold<S> fold, String stream, State<S> from, long generation) {
        S value = from.value();
        long last = from.lastSequence();
        List<Dated> page;
        do {
            page = source.from(stream, last + 1, PAGE);
            for (Dated dated : page) {
                value = fold.step().after(value, dated.event(), dated.actedOn());
            }
            last += page.size();
        } while (page.size() == PAGE);
        return new State<>(value, last, generation);
    }
}
