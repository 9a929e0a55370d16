package org.maaledger.query.moment;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.DraftReaders;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.query.projection.Facts;

/**
 * Gives an answer again, as it was written, while nothing has happened that bears on it.
 *
 * <p>An answer follows from the question, who asks and the moment, so it is the same for as long as the same tables answer, no event of
 * what it was made of has been applied to them, none of their events waits among the dead letters, and no text in it was erased. All of
 * this is asked of the database and the log every time; only what is written is kept.
 */
public final class KeptAnswers {

    /** Bytes that are kept at most, in all answers: some hundred pages of targets. */
    public static final long BYTES_MAX = 32L << 20;

    private static final int LOCKS = 256;

    /** How often one looks again at what another reader has just written before writing it oneself. */
    private static final int LOOKS_MAX = 3;

    /**
     * A question of which the answers are kept.
     *
     * @param name tells apart questions about the same things
     * @param about what it is about, as values
     * @param version the version of the thing addressed, absent where several are
     */
    public record Question<T>(
            String name,
            List<?> about,
            Actor actor,
            Asked asked,
            Set<String> projections,
            Function<Snapshot, T> content,
            Function<T, @Nullable Long> version) {}

    /** What people of {@code body} see who have an office of this kind; absent are the answers that everybody sees. */
    private record Viewer(
            boolean everything,
            boolean negotiates,
            @Nullable BodyId body) {

        static Viewer of(Actor actor) {
            boolean everything = DraftReaders.oversee(actor.office());
            return new Viewer(everything, DraftReaders.negotiate(actor.office()), everything ? null : actor.body());
        }
    }

    private record Key(String name, List<?> about, @Nullable Viewer viewer, boolean newest, Moment moment) {

        static <T> Key of(Question<T> question, Moment moment, @Nullable Viewer viewer) {
            boolean newest = question.asked().asOf() instanceof AsOf.Newest;
            return new Key(question.name(), List.copyOf(question.about()), viewer, newest, moment);
        }
    }

    private record Kept(Written written, SourceQueries.Stand stand, Bearing bearing) {

        long weight() {
            return written.length() + bearing.weight() + 500;
        }
    }

    private final Questions questions;
    private final RecentChanges changes;
    private final Function<Object, byte[]> writer;
    private final long most;
    private final Duration patience;
    private final List<ReentrantLock> locks =
            IntStream.range(0, LOCKS).mapToObj(_ -> new ReentrantLock()).toList();
    private final Map<Key, Kept> kept = new LinkedHashMap<>(64, 0.75f, true);
    private final LongAdder given = new LongAdder();
    private final LongAdder made = new LongAdder();
    private long weight;

    /** Answers what {@code questions} answers, written by {@code writer}, and keeps {@code most} bytes at most. */
    public KeptAnswers(Questions questions, Facts log, Function<Object, byte[]> writer, long most) {
        this(questions, log, writer, most, Questions.WAIT_MAX);
    }

    /** The same; who has waited for another reader's answer for {@code patience} makes it as well. */
    KeptAnswers(Questions questions, Facts log, Function<Object, byte[]> writer, long most, Duration patience) {
        this.questions = questions;
        this.changes = new RecentChanges(log);
        this.writer = writer;
        this.most = most;
        this.patience = patience;
    }

    /** The answer to {@code question}, equal to the one that {@link Questions#ask} would give. */
    public <T> Written ask(Question<T> question) {
        Moment fixed = questions.fixed(question.asked());
        Key shared = Key.of(question, fixed, null);
        Key own = Key.of(question, fixed, Viewer.of(question.actor()));
        long wanted = Math.max(question.asked().minPosition(), fixed.position());
        ReentrantLock lock = locks.get(Math.floorMod(shared.hashCode(), LOCKS));
        long deadline = System.nanoTime() + patience.toNanos();
        for (int looked = 1; ; looked++) {
            Kept found = find(shared, own);
            SourceQueries.Stand stand =
                    questions.stand(question.projections(), found == null ? new Bearing() : found.bearing(), wanted);
            if (found != null && holds(found, stand)) {
                given.increment();
                return again(found, own.newest(), stand);
            }
            if (found != null && !stand.sameTexts()) {
                drop(found, shared, own);
                found = null;
            }
            boolean locked = locked(lock, deadline);
            try {
                if (!locked || Objects.equals(find(shared, own), found) || looked == LOOKS_MAX) {
                    return write(question, fixed, shared, own);
                }
            } finally {
                if (locked) {
                    lock.unlock();
                }
            }
        }
    }

    /** Whether {@code lock} was had in time: whoever holds it is at work in the database, which may hang. */
    private static boolean locked(ReentrantLock lock, long deadline) {
        try {
            return lock.tryLock(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for another reader's answer", e);
        }
    }

    /**
     * What was done so far.
     *
     * @param given answers that were given again
     * @param made answers that were made
     * @param bytes what is kept now
     */
    public record Counts(long given, long made, long bytes) {}

    public synchronized Counts counts() {
        return new Counts(given.sum(), made.sum(), weight);
    }

    private boolean holds(Kept found, SourceQueries.Stand stand) {
        return stand.sameTexts()
                && !stand.anyDead()
                && stand.isOfSameTablesAs(found.stand())
                && changes.untouched(found.bearing(), found.stand().reached(), stand.furthest());
    }

    /** What was kept, of the newest moment that is known to be told by it. */
    private static Written again(Kept found, boolean newest, SourceQueries.Stand stand) {
        Written before = found.written();
        return newest && stand.reached() > before.position() ? before.at(stand.reached()) : before;
    }

    private <T> Written write(Question<T> question, Moment fixed, Key shared, Key own) {
        Questions.View<T> view = questions.view(question.asked(), fixed, question.projections(), question.content());
        Answer<T> answer = view.answer();
        made.increment();
        Written written = new Written(
                answer.position(),
                answer.validOn(),
                answer.incomplete(),
                writer.apply(answer.content()),
                question.version().apply(answer.content()));
        if (view.bearing().isKnown() && !view.stand().anyDead()) {
            keep(view.bearing().isToEverybody() ? shared : own, new Kept(written, view.stand(), view.bearing()));
        }
        return written;
    }

    private synchronized @Nullable Kept find(Key shared, Key own) {
        Kept found = kept.get(shared);
        return found == null ? kept.get(own) : found;
    }

    /** What says a text that was erased is not held a moment longer than it takes to find out. */
    private synchronized void drop(Kept found, Key shared, Key own) {
        if (kept.remove(shared, found) || kept.remove(own, found)) {
            weight -= found.weight();
        }
    }

    private synchronized void keep(Key key, Kept answer) {
        Kept before = kept.remove(key);
        weight -= before == null ? 0 : before.weight();
        if (answer.weight() > most / 4) {
            return;
        }
        kept.put(key, answer);
        weight += answer.weight();
        var longest = kept.values().iterator();
        while (weight > most) {
            weight -= longest.next().weight();
            longest.remove();
        }
    }
}
