package org.maaledger.query.feed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.history.Step;
import org.maaledger.query.history.Telling;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.AsOf;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.progress.Progress;
import org.maaledger.query.projection.Fact;
import org.maaledger.query.projection.Facts;
import org.maaledger.query.reference.Areas;
import org.maaledger.query.register.Register;
import org.springframework.stereotype.Component;

/**
 * The change feed.
 *
 * <p>It never runs ahead of the register, which says who may see what: an event whose agreement the register does not hold yet would
 * otherwise be passed over for good.
 */
@Component
public final class Feed {

    /** Whoever has been told of an event finds it in every table. */
    private static final Set<String> ALL = Set.of(Register.PROJECTION, Progress.PROJECTION, Areas.PROJECTION);

    private final Questions questions;
    private final Facts log;

    Feed(Questions questions, Facts log) {
        this.questions = questions;
        this.log = log;
    }

    /**
     * At most {@code max} events after a position, up to the moment that is asked for, of which those are given that may be seen. A
     * position that is not reached yet is waited for, as {@code min-position} is: whoever was told of it is not sent back.
     */
    public Answer<Batch> after(Asked asked, long after, int max, Actor actor) {
        Answer<Boolean> moment = questions.ask(
                asked.asOf() instanceof AsOf.Newest ? asked.including(after) : asked, ALL, snapshot -> true);
        long upTo = moment.position();
        List<Fact> facts = after >= upTo ? List.of() : log.after(after, (int) Math.min(max, upTo - after));
        // Never back: a moment before the place in the feed has nothing after it.
        long next = facts.isEmpty() ? after : facts.getLast().position();
        List<Fact> counting =
                facts.stream().filter(fact -> asked.counts(fact.actedOn())).toList();
        Answer<List<Step>> seen = questions.ask(Asked.NOW, ALL, snapshot -> seen(snapshot, counting, actor));
        return new Answer<>(upTo, moment.validOn(), seen.incomplete(), new Batch(seen.content(), next, next < upTo));
    }

    /** How far the feed can go at present. */
    long reached() {
        return questions.reached(ALL);
    }

    /** Waits, within the bound of every question, until the feed has come to {@code position}. */
    void await(long position) {
        questions.ask(Asked.NOW.including(position), ALL, snapshot -> true);
    }

    private static List<Step> seen(Snapshot snapshot, List<Fact> facts, Actor actor) {
        Set<AgreementId> agreements = new HashSet<>();
        Set<TargetId> targets = new HashSet<>();
        Set<String> open = new HashSet<>();
        for (Fact fact : facts) {
            switch (fact.event()) {
                case AgreementEvent event -> agreements.add(event.agreement());
                case TargetEvent.TargetProposed proposed -> {
                    targets.add(proposed.target());
                    agreements.add(proposed.agreement());
                }
                case TargetEvent event -> targets.add(event.target());
                case ReadingEvent event -> open.add(event.stream());
                case AreaEvent event -> open.add(event.stream());
                case IndicatorEvent event -> open.add(event.stream());
            }
        }
        snapshot.about(Progress.PROJECTION, open);
        snapshot.about(Areas.PROJECTION, open);
        Set<String> streams = new HashSet<>(open);
        if (!agreements.isEmpty() || !targets.isEmpty()) {
            List<String> guarded = new ArrayList<>();
            agreements.forEach(agreement -> guarded.add(agreement.toString()));
            targets.forEach(target -> guarded.add(target.toString()));
            snapshot.about(Register.PROJECTION, guarded);
            streams.addAll(Register.visibleStreams(snapshot, actor, agreements, targets));
        }
        return Telling.of(
                snapshot,
                facts.stream().filter(fact -> streams.contains(fact.stream())).toList());
    }
}
