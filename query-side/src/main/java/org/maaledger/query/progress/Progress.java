package org.maaledger.query.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.reading.SeriesId;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.query.http.NotReadable;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.KeptAnswers;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.moment.Snapshot;
import org.maaledger.query.moment.Written;
import org.maaledger.query.reference.Areas;
import org.maaledger.query.register.Register;
import org.springframework.stereotype.Component;

/** Answers how targets are going, to those who may see them, and what the series say, to everybody. */
@Component
public final class Progress {

    /** The name of the projection that holds readings and courses. */
    public static final String PROJECTION = ProgressProjection.NAME;

    private static final Set<String> BOTH = Set.of(PROJECTION, Register.PROJECTION);

    /** The catalogue says what the figures of a redefined indicator count. */
    private static final Set<String> WITH_CATALOGUE = Set.of(PROJECTION, Areas.PROJECTION);

    private final Questions questions;
    private final KeptAnswers kept;

    Progress(Questions questions, KeptAnswers kept) {
        this.questions = questions;
        this.kept = kept;
    }

    /**
     * A target with how it is going.
     *
     * @param series what it is measured by
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TargetProgress(
            TargetId target, AgreementId agreement, SeriesId series, String unit, TargetStanding progress) {}

    /** How one target is going. */
    public Answer<TargetProgress> ofTarget(Asked asked, TargetId id, Actor actor) {
        return questions.ask(asked, BOTH, ofTarget(id, actor));
    }

    /** As {@link #ofTarget(Asked, TargetId, Actor)}, written, and kept while it holds. */
    public Written ofTargetWritten(Asked asked, TargetId id, Actor actor) {
        return kept.ask(new KeptAnswers.Question<>(
                "target-progress", List.of(id), actor, asked, BOTH, ofTarget(id, actor), _ -> null));
    }

    private static Function<Snapshot, TargetProgress> ofTarget(TargetId id, Actor actor) {
        return snapshot -> {
            AgreementId agreement = Register.requireVisible(snapshot, id, actor);
            snapshot.bears(List.of(id.toString(), agreement.toString()));
            List<TargetProgress> found = judge(snapshot, List.of(id));
            if (found.isEmpty()) {
                // The register has it, so what is missing here could not be applied.
                throw new NotReadable("target", id);
            }
            return found.getFirst();
        };
    }

    /** How the targets of an agreement are going. */
    public Answer<Page<TargetProgress>> ofAgreement(Asked asked, AgreementId id, Paged paged, Actor actor) {
        paged.afterPosition();
        return questions.ask(asked, BOTH, ofAgreement(id, paged, actor));
    }

    /** As {@link #ofAgreement(Asked, AgreementId, Paged, Actor)}, written, and kept while it holds. */
    public Written ofAgreementWritten(Asked asked, AgreementId id, Paged paged, Actor actor) {
        paged.afterPosition();
        return kept.ask(new KeptAnswers.Question<>(
                "agreement-progress",
                List.of(id, paged),
                actor,
                asked,
                BOTH,
                ofAgreement(id, paged, actor),
                _ -> null));
    }

    private static Function<Snapshot, Page<TargetProgress>> ofAgreement(AgreementId id, Paged paged, Actor actor) {
        return snapshot -> {
            Register.requireVisible(snapshot, id, actor);
            Register.aboutTargetsOf(snapshot, id, true);
            snapshot.about(PROJECTION, List.of(id.toString()));
            Page<TargetId> page = Register.targetIds(snapshot, id, paged);
            Register.bearsOnTargets(snapshot, id, page.items());
            return page.with(judge(snapshot, page.items()));
        };
    }

    /** Readings whose keys begin with {@code prefix}, in the order of series, period and vintage. */
    public Answer<Page<Reading>> readings(Asked asked, String prefix, Paged paged) {
        return questions.ask(asked, WITH_CATALOGUE, snapshot -> {
            Page<Reading> page = Page.of(
                    ReadingQueries.page(snapshot, prefix, paged.after(), paged.size() + 1),
                    paged.size(),
                    Reading::place);
            snapshot.about(Areas.PROJECTION, withoutUnit(page.items()));
            // A series is named as the keys of its readings begin; one that is missing wholly is none of the page's.
            snapshot.aboutAny(PROJECTION, stream -> (stream + "~").startsWith(prefix));
            return page;
        });
    }

    /** The indicators of which a definition is missing that a reading follows. */
    private static List<String> withoutUnit(List<Reading> readings) {
        return readings.stream()
                .filter(reading -> reading.unit() == null)
                .map(reading -> IndicatorEvent.streamOf(reading.series().indicator()))
                .distinct()
                .toList();
    }

    private static List<TargetProgress> judge(Snapshot snapshot, List<TargetId> ids) {
        List<CourseQueries.Found> found = CourseQueries.load(snapshot, ids);
        List<String> series = found.stream()
                .map(course -> course.series().toString())
                .distinct()
                .toList();
        Map<String, List<PeriodReading>> readings = ReadingQueries.ofSeries(snapshot, series);
        Set<String> streams = new HashSet<>(series);
        ids.forEach(id -> streams.add(id.toString()));
        found.forEach(course -> streams.add(course.agreement().toString()));
        snapshot.about(PROJECTION, streams);
        snapshot.bears(streams);
        List<TargetProgress> progress = new ArrayList<>();
        for (CourseQueries.Found course : found) {
            TargetStanding standing = TargetStanding.of(
                    course.course(),
                    readings.getOrDefault(course.series().toString(), List.of()),
                    snapshot.moment().validOn());
            progress.add(
                    new TargetProgress(course.target(), course.agreement(), course.series(), course.unit(), standing));
        }
        return progress;
    }
}
