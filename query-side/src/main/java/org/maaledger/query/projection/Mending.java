package org.maaledger.query.projection;

import java.util.List;
import org.springframework.transaction.support.TransactionTemplate;

/** Applies again what could not be applied, reading the events where they have been all the time: in the log. */
final class Mending {

    /** How many events of one stream are tried in one transaction; the rest is tried by asking again. */
    private static final int EVENTS_MAX = 1_000;

    private final TransactionTemplate transaction;
    private final Generations generations;
    private final DeadLetters letters;
    private final ProjectionWriter writer;
    private final Facts log;

    Mending(
            TransactionTemplate transaction,
            Generations generations,
            DeadLetters letters,
            ProjectionWriter writer,
            Facts log) {
        this.transaction = transaction;
        this.generations = generations;
        this.letters = letters;
        this.writer = writer;
        this.log = log;
    }

    /** Returns the letters of {@code stream} that are left. */
    List<DeadLetter> retry(Projector projection, String stream) {
        return transaction.execute(status -> {
            Generation serving = generations.lockServing(projection.name()).of(projection);
            List<DeadLetter> waiting = letters.ofStream(serving, stream);
            for (DeadLetter letter : waiting.subList(0, Math.min(EVENTS_MAX, waiting.size()))) {
                if (!mended(projection, serving, letter)) {
                    break;
                }
            }
            return letters.ofStream(serving, stream);
        });
    }

    private boolean mended(Projector projection, Generation serving, DeadLetter letter) {
        Fact fact = log.ofStreams(List.of(letter.stream()), letter.position() - 1, letter.position(), 1)
                .getFirst();
        try {
            writer.apply(projection, serving, fact);
            letters.remove(letter);
            return true;
        } catch (RuntimeException e) {
            letters.failedAgain(letter, ProjectionWriter.causeOf(e));
            return false;
        }
    }
}
