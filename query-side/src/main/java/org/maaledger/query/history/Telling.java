package org.maaledger.query.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.projection.Fact;
import org.maaledger.query.row.TextQueries;

/** Turns facts into steps of history, with the texts that they quote. */
public final class Telling {

    private Telling() {}

    /** The steps of {@code facts}. */
    public static List<Step> of(Snapshot snapshot, List<Fact> facts) {
        List<TextRef> refs = facts.stream()
                .flatMap(fact -> InWords.refs(fact.event()).stream())
                .toList();
        Map<TextRef, String> texts = TextQueries.texts(snapshot, refs);
        InWords words = new InWords(texts);
        return facts.stream().map(fact -> step(fact, words)).toList();
    }

    private static Step step(Fact fact, InWords words) {
        EventCatalogue.Entry entry = EventCatalogue.of(fact.event().getClass());
        LocalDate recordedOn = LocalDate.ofInstant(fact.recordedAt(), Questions.LONDON);
        return new Step(
                fact.position(),
                fact.stream(),
                fact.sequence(),
                entry.name(),
                entry.revision(),
                fact.actor().id(),
                fact.actor().body(),
                fact.actor().office(),
                fact.command(),
                fact.actedOn(),
                fact.recordedAt(),
                fact.actedOn().isBefore(recordedOn),
                words.of(fact.event()) + InWords.late(fact.actedOn(), recordedOn),
                fact.event());
    }
}
