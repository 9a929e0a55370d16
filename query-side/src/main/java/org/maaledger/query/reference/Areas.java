package org.maaledger.query.reference;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.area.AreaLevel;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.query.http.NotFound;
import org.maaledger.query.http.NotReadable;
import org.maaledger.query.http.Page;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Answer;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.moment.Questions;
import org.springframework.stereotype.Component;

/** Answers what the area register says. */
@Component
public final class Areas {

    /** The projection that the area register and the indicator catalogue are read from. */
    public static final String PROJECTION = ReferenceProjection.NAME;

    private static final Set<String> SOURCE = Set.of(PROJECTION);

    /**
     * An entry of the area register.
     *
     * @param version how many events the entry has
     * @param succeededBy the places that came after it
     */
    @Schema(name = "AreaEntry")
    public record Entry(
            AreaCode code, long version, AreaDetails details, List<Succession> succeededBy, SourceRef source) {
        public Entry {
            succeededBy = List.copyOf(succeededBy);
        }
    }

    /** That another place came after it, in whole or in part, on a day. */
    public record Succession(AreaCode by, LocalDate on) {}

    /**
     * Which entries are asked for.
     *
     * @param level only of this level
     * @param name only those of this name or alias, whatever the case of its letters
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Wanted(
            @Nullable AreaLevel level, @Nullable String name) {}

    private final Questions questions;

    Areas(Questions questions) {
        this.questions = questions;
    }

    /** The entries that are asked for, in the order of their codes. With a day asked for, only places that existed on it. */
    public Answer<Page<Entry>> list(Asked asked, Wanted wanted, Paged paged) {
        return questions.ask(asked, SOURCE, snapshot -> {
            snapshot.aboutAll(ReferenceProjection.NAME);
            return Page.of(
                    AreaQueries.page(snapshot, wanted, paged.after(), paged.size() + 1),
                    paged.size(),
                    entry -> entry.code().value());
        });
    }

    /** One entry; with a day asked for, only if the place existed on it. */
    public Answer<Entry> one(Asked asked, AreaCode code) {
        return questions.ask(asked, SOURCE, snapshot -> {
            boolean dead = snapshot.about(ReferenceProjection.NAME, List.of(AreaEvent.streamOf(code)));
            return AreaQueries.find(snapshot, code)
                    .orElseThrow(
                            () -> dead ? new NotReadable("area", code) : new NotFound("area", code, snapshot.moment()));
        });
    }
}
