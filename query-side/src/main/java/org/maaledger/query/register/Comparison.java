package org.maaledger.query.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.AsOf;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.Moment;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.moment.Snapshot;
import org.springframework.stereotype.Component;

/** Answers what differs in an agreement between two moments. */
@Component
public final class Comparison {

    /** The targets of one agreement that are compared: more than any agreement has had. */
    private static final int TARGETS_MAX = 2_000;

    private static final Set<String> SOURCE = Set.of(Register.PROJECTION);

    /**
     * What differs.
     *
     * @param from the position of the first moment
     * @param to the position of the second
     */
    public record Compared(AgreementId agreement, long from, long to, List<Difference> differences) {
        public Compared {
            differences = List.copyOf(differences);
        }
    }

    private final Questions questions;

    Comparison(Questions questions) {
        this.questions = questions;
    }

    /** Compares the agreement as it was at {@code from} with what it was at {@code to}. */
    public Answer<Compared> of(AgreementId id, AsOf from, AsOf to, Actor actor) {
        Asked first = new Asked(from, null, 0);
        Moment earlier = questions.moment(first);
        return questions.ask(new Asked(to, null, earlier.position()), SOURCE, snapshot -> {
            Register.requireVisible(snapshot, id, actor);
            // The newest has no position of its own: it is that of this view.
            Moment before = from instanceof AsOf.Newest ? snapshot.moment() : earlier;
            Map<Aspects.Key, String> then = snapshot.at(before, view -> aspects(view, id));
            Map<Aspects.Key, String> now = aspects(snapshot, id);
            return new Compared(id, before.position(), snapshot.moment().position(), differences(then, now));
        });
    }

    private static Map<Aspects.Key, String> aspects(Snapshot snapshot, AgreementId id) {
        Aspects aspects = new Aspects();
        AgreementQueries.load(snapshot, List.of(id)).forEach(aspects::add);
        List<TargetId> targets = TargetQueries.page(snapshot, id, 0, TARGETS_MAX).stream()
                .map(TargetQueries.Listed::id)
                .toList();
        TargetQueries.load(snapshot, targets).forEach(aspects::add);
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
