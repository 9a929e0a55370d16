package org.maaledger.query.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.http.NotFound;
import org.maaledger.query.http.NotReadable;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.KeptAnswers;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.moment.Written;
import org.springframework.stereotype.Component;

/** Answers what agreements and targets say, to those who may see them. */
@Component
public final class Register {

    /** The projection that the register reads, for questions that read it together with others. */
    public static final String PROJECTION = RegisterProjection.NAME;

    private static final Set<String> SOURCE = Set.of(PROJECTION);

    private final Questions questions;
    private final KeptAnswers kept;

    Register(Questions questions, KeptAnswers kept) {
        this.questions = questions;
        this.kept = kept;
    }

    /** The agreements that {@code actor} may see. */
    public Answer<Page<AgreementEntry>> agreements(Asked asked, Paged paged, Actor actor) {
        long after = paged.afterPosition();
        return questions.ask(asked, SOURCE, snapshot -> {
            snapshot.aboutAll(PROJECTION);
            Page<AgreementQueries.Listed> page = Page.of(
                    AgreementQueries.page(snapshot, actor, after, paged.size() + 1),
                    paged.size(),
                    listed -> Long.toString(listed.place()));
            return page.with(AgreementQueries.load(
                    snapshot,
                    page.items().stream().map(AgreementQueries.Listed::id).toList()));
        });
    }

    /** One agreement. */
    public Answer<AgreementEntry> agreement(Asked asked, AgreementId id, Actor actor) {
        return questions.ask(asked, SOURCE, agreement(id, actor));
    }

    /** As {@link #agreement(Asked, AgreementId, Actor)}, written, and kept while it holds. */
    public Written agreementWritten(Asked asked, AgreementId id, Actor actor) {
        return kept.ask(new KeptAnswers.Question<>(
                "agreement", List.of(id), actor, asked, SOURCE, agreement(id, actor), AgreementEntry::version));
    }

    private static Function<Snapshot, AgreementEntry> agreement(AgreementId id, Actor actor) {
        return snapshot -> {
            requireVisible(snapshot, id, actor);
            aboutTargetsOf(snapshot, id, false);
            snapshot.bears(List.of(id.toString()));
            // It says how many targets there are, and how many of the designated ones were not withdrawn.
            snapshot.bearsEvery(TargetEvent.TargetProposed.class);
            snapshot.bearsEvery(TargetEvent.TargetWithdrawn.class);
            return one(AgreementQueries.load(snapshot, List.of(id)), snapshot, "agreement", id);
        };
    }

    /** The targets of one agreement. */
    public Answer<Page<TargetEntry>> targets(Asked asked, AgreementId id, Paged paged, Actor actor) {
        paged.afterPosition();
        return questions.ask(asked, SOURCE, targets(id, paged, actor));
    }

    /** As {@link #targets(Asked, AgreementId, Paged, Actor)}, written, and kept while it holds. */
    public Written targetsWritten(Asked asked, AgreementId id, Paged paged, Actor actor) {
        paged.afterPosition();
        return kept.ask(new KeptAnswers.Question<>(
                "targets", List.of(id, paged), actor, asked, SOURCE, targets(id, paged, actor), _ -> null));
    }

    private static Function<Snapshot, Page<TargetEntry>> targets(AgreementId id, Paged paged, Actor actor) {
        return snapshot -> {
            requireVisible(snapshot, id, actor);
            Page<TargetId> page = targetIds(snapshot, id, paged);
            aboutTargetsOf(snapshot, id, true);
            bearsOnTargets(snapshot, id, page.items());
            return page.with(TargetQueries.load(snapshot, page.items()));
        };
    }

    /** Notes that the answer lists {@code targets} of an agreement. */
    public static void bearsOnTargets(Snapshot snapshot, AgreementId id, List<TargetId> targets) {
        snapshot.bears(List.of(id.toString()));
        snapshot.bears(targets.stream().map(TargetId::toString).toList());
        snapshot.bearsEvery(TargetEvent.TargetProposed.class);
    }

    /** One target. */
    public Answer<TargetEntry> target(Asked asked, TargetId id, Actor actor) {
        return questions.ask(asked, SOURCE, target(id, actor));
    }

    /** As {@link #target(Asked, TargetId, Actor)}, written, and kept while it holds. */
    public Written targetWritten(Asked asked, TargetId id, Actor actor) {
        return kept.ask(new KeptAnswers.Question<>(
                "target", List.of(id), actor, asked, SOURCE, target(id, actor), TargetEntry::version));
    }

    private static Function<Snapshot, TargetEntry> target(TargetId id, Actor actor) {
        return snapshot -> {
            AgreementId agreement = requireVisible(snapshot, id, actor);
            snapshot.about(PROJECTION, List.of(id.toString(), agreement.toString()));
            snapshot.bears(List.of(id.toString(), agreement.toString()));
            return one(TargetQueries.load(snapshot, List.of(id)), snapshot, "target", id);
        };
    }

    /**
     * Notes that the answer says something about the targets of an agreement.
     *
     * @param wholly whether it says what they are, and not only how many there are: then a dead letter of any of them counts
     */
    public static void aboutTargetsOf(Snapshot snapshot, AgreementId id, boolean wholly) {
        Set<String> dead = snapshot.dead(PROJECTION);
        if (!dead.isEmpty()) {
            Map<String, AgreementId> homes = VisibilityQueries.homes(snapshot, dead);
            // A target whose proposal is a dead letter is missing, and nobody can say of which agreement it is.
            snapshot.aboutAny(
                    PROJECTION, stream -> !homes.containsKey(stream) || (wholly && id.equals(homes.get(stream))));
        }
    }

    /** Refuses, as if it were not there, an agreement that {@code actor} may not see or that was not there at the moment. */
    public static void requireVisible(Snapshot snapshot, AgreementId id, Actor actor) {
        boolean dead = snapshot.about(PROJECTION, List.of(id.toString()));
        if (!VisibilityQueries.visibleThen(snapshot, actor, id)) {
            if (dead) {
                throw new NotReadable("agreement", id);
            }
            throw new NotFound("agreement", id, snapshot.moment());
        }
    }

    /**
     * Refuses, as if it were not there, a target that {@code actor} may not see or that was not there at the moment; returns its
     * agreement.
     */
    public static AgreementId requireVisible(Snapshot snapshot, TargetId id, Actor actor) {
        boolean dead = snapshot.about(PROJECTION, List.of(id.toString()));
        return TargetPlaceQueries.agreementThen(snapshot, id)
                .filter(agreement -> VisibilityQueries.visible(snapshot, actor, List.of(agreement))
                        .contains(agreement))
                .orElseThrow(
                        () -> dead ? new NotReadable("target", id) : new NotFound("target", id, snapshot.moment()));
    }

    /** Of {@code agreements} and {@code targets} the streams that {@code actor} may see. */
    public static Set<String> visibleStreams(
            Snapshot snapshot, Actor actor, Collection<AgreementId> agreements, Collection<TargetId> targets) {
        Map<TargetId, AgreementId> of = new HashMap<>(TargetPlaceQueries.agreementsOf(snapshot, targets));
        Set<AgreementId> visible = VisibilityQueries.visible(
                snapshot,
                actor,
                Stream.concat(agreements.stream(), of.values().stream())
                        .distinct()
                        .toList());
        Stream<String> ofTargets = of.entrySet().stream()
                .filter(entry -> visible.contains(entry.getValue()))
                .map(entry -> entry.getKey().toString());
        return Set.copyOf(Stream.concat(visible.stream().map(AgreementId::toString), ofTargets)
                .toList());
    }

    /** The ids of at most {@code size} targets of an agreement, with the place of the last as {@code next}. */
    public static Page<TargetId> targetIds(Snapshot snapshot, AgreementId id, Paged paged) {
        Page<TargetPlaceQueries.Listed> page = listed(snapshot, id, paged.afterPosition(), paged.size());
        return page.with(
                page.items().stream().map(TargetPlaceQueries.Listed::id).toList());
    }

    private static Page<TargetPlaceQueries.Listed> listed(Snapshot snapshot, AgreementId id, long after, int size) {
        return Page.of(
                TargetPlaceQueries.page(snapshot, id, after, size + 1), size, listed -> Long.toString(listed.place()));
    }

    private static <T> T one(List<T> found, Snapshot snapshot, String what, Object id) {
        if (found.isEmpty()) {
            throw new NotFound(what, id, snapshot.moment());
        }
        return found.getFirst();
    }
}
