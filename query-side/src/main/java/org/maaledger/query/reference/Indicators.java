package org.maaledger.query.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.query.http.NotFound;
import org.maaledger.query.http.NotReadable;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.Questions;
import org.springframework.stereotype.Component;

/** Answers what the indicator catalogue says. */
@Component
public final class Indicators {

    /**
     * An entry of the catalogue.
     *
     * @param version how many events the entry has
     * @param statutory whether targets for it count outside the limit of designated ones
     * @param inForce the version of its definition that is in force on the day
     * @param definitions every version of its definition; with a day asked for, those that had come into force by it
     * @param withdrawnFrom the day from which it is no longer collected, absent while it is
     */
    @Schema(name = "IndicatorEntry")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Entry(
            IndicatorCode code,
            long version,
            boolean statutory,
            int inForce,
            List<Defined> definitions,
            @Nullable LocalDate withdrawnFrom) {
        public Entry {
            definitions = List.copyOf(definitions);
        }
    }

    /**
     * A version of a definition.
     *
     * @param from the day it came into force, absent for the first
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Defined(
            IndicatorDefinition definition, @Nullable LocalDate from, SourceRef source) {}

    private static final Set<String> SOURCE = Set.of(ReferenceProjection.NAME);

    private final Questions questions;

    Indicators(Questions questions) {
        this.questions = questions;
    }

    /** All entries whose codes begin with {@code prefix}, in the order of their codes. */
    public Answer<Page<Entry>> list(Asked asked, String prefix, Paged paged) {
        return questions.ask(asked, SOURCE, snapshot -> {
            snapshot.aboutAll(ReferenceProjection.NAME);
            return Page.of(
                    IndicatorQueries.page(snapshot, prefix, paged.after(), paged.size() + 1),
                    paged.size(),
                    entry -> entry.code().value());
        });
    }

    /** One entry. */
    public Answer<Entry> one(Asked asked, IndicatorCode code) {
        return questions.ask(asked, SOURCE, snapshot -> {
            boolean dead = snapshot.about(ReferenceProjection.NAME, List.of(IndicatorEvent.streamOf(code)));
            return IndicatorQueries.find(snapshot, code)
                    .orElseThrow(() -> dead
                            ? new NotReadable("indicator", code)
                            : new NotFound("indicator", code, snapshot.moment()));
        });
    }
}
