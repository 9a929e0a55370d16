package org.maaledger.query.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.progress.Progress;
import org.maaledger.query.projection.Fact;
import org.maaledger.query.projection.Facts;
import org.maaledger.query.register.Register;
import org.springframework.stereotype.Component;

/** Answers what happened, to those who may see it. */
@Component
public final class History {

    /** How many targets are looked up at a time. */
    private static final int TARGETS_AT_ONCE = 2_000;

    private static final Set<String> REGISTER = Set.of(Register.PROJECTION);

    private static final Set<String> READINGS = Set.of(Register.PROJECTION, Progress.PROJECTION);

    private record Wanted(List<String> streams) {}

    private final Questions questions;
    private final Facts log;

    History(Questions questions, Facts log) {
        this.questions = questions;
        this.log = log;
    }

    /** What happened to an agreement and to every target in it. */
    public Answer<Page<Step>> ofAgreement(Asked asked, AgreementId id, Paged paged, Actor actor) {
        return told(asked, paged, REGISTER, snapshot -> {
            Register.requireVisible(snapshot, id, actor);
            Register.aboutTargetsOf(snapshot, id, true);
            return new Wanted(streams(snapshot, id));
        });
    }

    /** What happened to a target. */
    public Answer<Page<Step>> ofTarget(Asked asked, TargetId id, Actor actor, Paged paged) {
        return told(asked, paged, REGISTER, snapshot -> {
            Register.requireVisible(snapshot, id, actor);
            return new Wanted(List.of(id.toString()));
        });
    }

    /** What happened to a series. */
    public Answer<Page<Step>> ofSeries(Asked asked, SeriesId id, Paged paged) {
        return told(asked, paged, READINGS, snapshot -> {
            snapshot.about(Progress.PROJECTION, List.of(id.toString()));
            return new Wanted(List.of(id.toString()));
        });
    }

    /** An agreement and all of its targets. */
    private static List<String> streams(Snapshot snapshot, AgreementId id) {
        List<String> streams = new ArrayList<>();
        streams.add(id.toString());
        String next = "";
        while (next != null) {
            Page<TargetId> page = Register.targetIds(snapshot, id, new Paged(next, TARGETS_AT_ONCE));
            page.items().forEach(target -> streams.add(target.toString()));
            next = page.next();
        }
        return streams;
    }

    private Answer<Page<Step>> told(
            Asked asked, Paged paged, Set<String> projections, Function<Snapshot, Wanted> streams) {
        long after = paged.afterPosition();
        // Events never change, so the log may be read before and after the view in which it is decided who may see
        // what.
        Answer<Wanted> wanted = questions.ask(asked, projections, streams);
        List<Fact> facts = facts(asked, wanted, after, paged.size() + 1);
        Page<Fact> page = Page.of(facts, paged.size(), fact -> Long.toString(fact.position()));
        Answer<List<Step>> steps = questions.ask(Asked.NOW, REGISTER, snapshot -> Telling.of(snapshot, page.items()));
        return new Answer<>(wanted.position(), wanted.validOn(), wanted.incomplete(), page.with(steps.content()));
    }

    /** At most {@code max} events of what is wanted; with a day asked for, only acts that are dated by it. */
    private List<Fact> facts(Asked asked, Answer<Wanted> wanted, long after, int max) {
        List<Fact> facts = new ArrayList<>();
        long place = after;
        while (true) {
            List<Fact> read = log.ofStreams(wanted.content().streams(), place, wanted.position(), max);
            read.stream()
                    .filter(fact -> asked.counts(fact.actedOn()))
                    .limit(max - facts.size())
                    .forEach(facts::add);
            if (read.size() < max || facts.size() == max) {
                return facts;
            }
            place = read.getLast().position();
        }
    }
}
