package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.maaledger.kernel.provenance.BodyId;

/**
 * What bodies last said to an offer or a renegotiation.
 *
 * @param consents who consents, since when
 * @param refusals who refuses, since when
 */
public record Answers(Map<BodyId, LocalDate> consents, Map<BodyId, LocalDate> refusals) {

    static final Answers NONE = new Answers(Map.of(), Map.of());

    public Answers {
        consents = Map.copyOf(consents);
        refusals = Map.copyOf(refusals);
    }

    /** Who proposes consents thereby. */
    static Answers by(BodyId proposer, LocalDate on) {
        return new Answers(Map.of(proposer, on), Map.of());
    }

    Answers consented(BodyId body, LocalDate on) {
        return new Answers(with(consents, body, on), without(refusals, body));
    }

    Answers refused(BodyId body, LocalDate on) {
        return new Answers(without(consents, body), with(refusals, body, on));
    }

    boolean isConsent(BodyId body) {
        return consents.containsKey(body);
    }

    /** Those of {@code needed} who do not consent. */
    List<BodyId> missing(Collection<BodyId> needed) {
        return needed.stream().filter(body -> !isConsent(body)).toList();
    }

    /** The date from which {@code body} may answer anew: that of its last answer, or {@code otherwise} if it gave none. */
    LocalDate lastOf(BodyId body, LocalDate otherwise) {
        return consents.getOrDefault(body, refusals.getOrDefault(body, otherwise));
    }

    /** The date of the last answer, or {@code otherwise} if none is later. */
    LocalDate last(LocalDate otherwise) {
        return latest(refusals, lastConsent(otherwise));
    }

    /** The date of the last consent, or {@code otherwise} if none is later. */
    LocalDate lastConsent(LocalDate otherwise) {
        return latest(consents, otherwise);
    }

    private static LocalDate latest(Map<BodyId, LocalDate> dates, LocalDate otherwise) {
        return dates.values().stream().reduce(otherwise, Course::later);
    }

    private static Map<BodyId, LocalDate> with(Map<BodyId, LocalDate> dates, BodyId body, LocalDate on) {
        Map<BodyId, LocalDate> more = new HashMap<>(dates);
        more.put(body, on);
        return more;
    }

    private static Map<BodyId, LocalDate> without(Map<BodyId, LocalDate> dates, BodyId body) {
        Map<BodyId, LocalDate> fewer = new HashMap<>(dates);
        fewer.remove(body);
        return fewer;
    }
}
