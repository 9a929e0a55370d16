package org.maaledger.query.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.AsOf;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.AskedTwice;
import org.maaledger.query.moment.Moment;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.moment.Snapshot;
import org.springframework.stereotype.Component;

/** Answers what differs in an agreement between two moments. */
@Component
public final class Comparison {

    /** Targets that are laid side by side at a time: bounds the memory of an answer, however many targets there are. */
    private static final int TARGETS_AT_ONCE = 50;

    private static final Set<String> SOURCE = Set.of(Register.PROJECTION);

    /**
     * What differs.
     *
     * @param from the position of the first moment
     * @param fromValidOn the day of the first moment
     * @param to the position of the second
     * @param next what to give as {@code after} for the following page, absent on the last
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Compared(
            AgreementId agreement,
            long from,
            LocalDate fromValidOn,
            long to,
            List<Difference> differences,
            @Nullable String next) {
        public Compared {
            differences = List.copyOf(differences);
        }
    }

    private record Sides(Moment before, Moment now) {}

    private record Found(LocalDate validOn, Compared compared) {}

    private final Questions questions;

    Comparison(Questions questions) {
        this.questions = questions;
    }

    /**
     * Compares the agreement as it was at one moment with what it was at another: the agreement itself first, then its targets in the
     * order they were proposed in, until there are {@code paged.size()} differences; those of some targets stay together.
     */
    public Answer<Compared> of(AgreementId id, AskedTwice asked, Paged paged, Actor actor) {
        long after = paged.afterPosition();
        Moment first = questions.moment(asked.from());
        Moment second = questions.moment(asked.to());
        Answer<Found> found = questions.ask(both(asked, first, second), SOURCE, view -> {
            Register.requireVisible(view, id, actor);
            Register.aboutTargetsOf(view, id, true);
            Sides sides = new Sides(placed(asked.from(), first, view), placed(asked.to(), second, view));
            List<Difference> differences = new ArrayList<>();
            if (after == 0) {
                differences.addAll(ofAgreement(view, sides, id));
            }
            String next = addTargets(view, sides, id, paged, differences);
            return new Found(
                    sides.now().validOn(),
                    new Compared(
                            id,
                            sides.before().position(),
                            sides.before().validOn(),
                            sides.now().position(),
                            differences,
                            next));
        });
        Found content = found.content();
        return new Answer<>(content.compared().to(), content.validOn(), found.incomplete(), content.compared());
    }

    /** What must be asked for so that both moments can be seen. */
    private static Asked both(AskedTwice asked, Moment first, Moment second) {
        long later = Math.max(first.position(), second.position());
        boolean newest =
                asked.from().asOf() instanceof AsOf.Newest || asked.to().asOf() instanceof AsOf.Newest;
        return newest
                ? new Asked(new AsOf.Newest(), null, Math.max(later, asked.to().minPosition()))
                : new Asked(new AsOf.Position(later), null, asked.to().minPosition());
    }

    /** The newest has no position of its own: it is that of the view. */
    private static Moment placed(Asked asked, Moment moment, Snapshot view) {
        return asked.asOf() instanceof AsOf.Newest
                ? new Moment(view.moment().position(), moment.validOn(), moment.dayAsked())
                : moment;
    }

    private static List<Difference> ofAgreement(Snapshot view, Sides sides, AgreementId id) {
        return differences(
                view.at(sides.before(), snapshot -> agreement(snapshot, id)),
                view.at(sides.now(), snapshot -> agreement(snapshot, id)));
    }

    private static Map<Aspects.Key, String> agreement(Snapshot snapshot, AgreementId id) {
        Aspects aspects = new Aspects();
        AgreementQueries.load(snapshot, List.of(id)).forEach(aspects::add);
        return aspects.all();
    }

    private static @Nullable String addTargets(
            Snapshot view, Sides sides, AgreementId id, Paged paged, List<Difference> differences) {
        String next = paged.after();
        do {
            Page<TargetId> page = Register.targetIds(view, id, new Paged(next, TARGETS_AT_ONCE));
            differences.addAll(differences(
                    view.at(sides.before(), snapshot -> targets(snapshot, page.items())),
                    view.at(sides.now(), snapshot -> targets(snapshot, page.items()))));
            next = page.next();
        } while (next != null && differences.size() < paged.size());
        return next;
    }

    private static Map<Aspects.Key, String> targets(Snapshot snapshot, List<TargetId> ids) {
        Aspects aspects = new Aspects();
        TargetQueries.load(snapshot, ids).forEach(aspects::add);
        return aspects.all();
    }

    private static List<Difference> differences(Map<Aspects.Key, String> then, Map<Aspects.Key, String> now) {
        Set<Aspects.Key> keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        List<Difference> differences = new ArrayList<>();
        for (Aspects.Key key : keys) {
            String before = then.get(key);
            String after = now.get(key);
            if (before == null ? after != null : !before.equals(after)) {
                differences.add(Difference.of(key.subject(), key.field(), before, after));
            }
        }
        return differences;
    }
}
