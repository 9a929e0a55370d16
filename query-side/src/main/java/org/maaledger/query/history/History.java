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
import org.maaledger.query.projection.Fact;
import org.maaledger.query.projection.Facts;
import org.maaledger.query.register.Register;
import org.springframework.stereotype.Component;

/** Answers what happened, to those who may see it. */
@Component
public final class History {

    /** The targets of one agreement whose history is told with it: more than any agreement has had. */
    private static final int TARGETS_MAX = 2_000;

    private static final Set<String> REGISTER = Set.of(Register.PROJECTION);

    private record Wanted(List<String> streams) {}

    private final Questions questions;
    private final Facts log;

    History(Questions questions, Facts log) {
        this.questions = questions;
        this.log = log;
    }

    /** What happened to an agreement and to every target in it. */
    public Answer<Page<Step>> ofAgreement(Asked asked, AgreementId id, Paged paged, Actor actor) {
        return told(asked, paged, snapshot -> {
            Register.requireVisible(snapshot, id, actor);
            List<String> streams = new ArrayList<>();
            streams.add(id.toString());
            Register.targetIds(snapshot, id, new Paged("", TARGETS_MAX))
                    .items()
                    .forEach(target -> streams.add(target.toString()));
            return new Wanted(streams);
        });
    }

    /** What happened to a target. */
    public Answer<Page<Step>> ofTarget(Asked asked, TargetId id, Actor actor, Paged paged) {
        return told(asked, paged, snapshot -> {
            Register.requireVisible(snapshot, id, actor);
            return new Wanted(List.of(id.toString()));
        });
    }

    /** What happened to a series. */
    public Answer<Page<Step>> ofSeries(Asked asked, SeriesId id, Paged paged) {
        return told(asked, paged, snapshot -> new Wanted(List.of(id.toString())));
    }

    private Answer<Page<Step>> told(Asked asked, Paged paged, Function<Snapshot, Wanted> streams) {
        long after = paged.afterPosition();
        // Events never change, so the log may be read before and after the view in which it is decided who may see
        // what.
        Answer<Wanted> wanted = questions.ask(asked, REGISTER, streams);
        List<Fact> facts = log.ofStreams(wanted.content().streams(), after, wanted.position(), paged.size() + 1);
        Page<Fact> page = Page.of(facts, paged.size(), fact -> Long.toString(fact.position()));
        Answer<List<Step>> steps = questions.ask(Asked.NOW, REGISTER, snapshot -> Telling.of(snapshot, page.items()));
        return new Answer<>(wanted.position(), wanted.validOn(), wanted.incomplete(), page.with(steps.content()));
    }
}
