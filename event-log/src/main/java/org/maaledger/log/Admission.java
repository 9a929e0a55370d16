package org.maaledger.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;

/**
 * Decides, under the lock, which appends of a batch are written: those whose expectations all hold. A loser fails alone; one that
 * comes after it in the batch is judged as if it had not been there.
 */
final class Admission {

    /** An append that is written, from {@code first} on. */
    record Admitted(PendingAppend append, long first) {

        List<Recorded> recorded(Instant at) {
            List<Recorded> recorded = new ArrayList<>(append.events().size());
            long position = first;
            for (EnvelopeWriter.Rendered rendered : append.events()) {
                recorded.add(new Recorded(position++, rendered.event().sequence(), at));
            }
            return recorded;
        }
    }

    /** An append that is not written, and why. */
    record Loser(PendingAppend append, RuntimeException reason) {}

    private final List<Admitted> admitted = new ArrayList<>();
    private final List<Loser> losers = new ArrayList<>();
    private final Map<String, Long> sequences;
    private final Map<LogState.Key, FirstAnswer> answers;
    private long next;

    private Admission(LogState state) {
        sequences = new HashMap<>(state.sequences());
        answers = new HashMap<>(state.answers());
        next = state.head() + 1;
    }

    /** Judges {@code batch} in its order. */
    static Admission of(List<PendingAppend> batch, LogState state) {
        Admission admission = new Admission(state);
        for (PendingAppend append : batch) {
            admission.judge(append);
        }
        return admission;
    }

    List<Admitted> admitted() {
        return admitted;
    }

    List<Loser> losers() {
        return losers;
    }

    /** The last sequence of each stream of the batch, once what is admitted is written. */
    Map<String, Long> sequences() {
        return sequences;
    }

    /** The last position of the log, once what is admitted is written. */
    long head() {
        return next - 1;
    }

    /** Tells what became of the batch that was taken in hand at {@code begun}. */
    void tell(AppendObserver observer, long begun) {
        if (!admitted.isEmpty()) {
            Admitted first = admitted.getFirst();
            observer.written((int) (next - first.first()), next - 1, System.nanoTime() - begun);
        }
        if (!losers.isEmpty()) {
            int duplicates = 0;
            for (Loser loser : losers) {
                duplicates += loser.reason() instanceof DuplicateRequest ? 1 : 0;
            }
            observer.lost(losers.size() - duplicates, duplicates);
        }
    }

    private void judge(PendingAppend append) {
        RuntimeException reason = objection(append);
        if (reason != null) {
            losers.add(new Loser(append, reason));
            return;
        }
        append.events()
                .forEach(rendered ->
                        sequences.put(rendered.stream(), rendered.event().sequence()));
        if (append.claim() != null) {
            answers.put(
                    LogState.Key.of(append.claim()),
                    new FirstAnswer(
                            append.claim().requestHash(), next, append.events().size()));
        }
        admitted.add(new Admitted(append, next));
        next += append.events().size();
    }

    private @Nullable RuntimeException objection(PendingAppend append) {
        if (append.claim() != null) {
            FirstAnswer first = answers.get(LogState.Key.of(append.claim()));
            if (first != null) {
                return new DuplicateRequest(first);
            }
        }
        for (Map.Entry<String, Long> read : append.reads().entrySet()) {
            if (last(read.getKey()) != read.getValue()) {
                return conflict("consulted", read.getKey(), read.getValue());
            }
        }
        Map<String, Long> written = new HashMap<>();
        for (EnvelopeWriter.Rendered rendered : append.events()) {
            String stream = rendered.stream();
            long expected = written.getOrDefault(stream, last(stream)) + 1;
            if (rendered.event().sequence() != expected) {
                return conflict("written", stream, rendered.event().sequence() - 1);
            }
            written.put(stream, expected);
        }
        return null;
    }

    private long last(String stream) {
        Long last = sequences.get(stream);
        if (last == null) {
            throw new IllegalStateException("the stream " + stream + " was not asked for");
        }
        return last;
    }

    private ConcurrencyException conflict(String how, String stream, long seen) {
        return new ConcurrencyException("the %s stream %s was seen at sequence %d, but stands at %d"
                .formatted(how, stream, seen, last(stream)));
    }
}
