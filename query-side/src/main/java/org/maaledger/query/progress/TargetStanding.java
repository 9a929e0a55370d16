package org.maaledger.query.progress;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.ReportingPeriod;

/**
 * How a target stands: by its latest period that could be judged.
 *
 * @param on the date it is judged for; periods that end after it, and trajectories that came into force after it, do not count
 * @param ground why it is too early or not judged; absent where it is judged
 * @param period the period that decided, absent where none could
 * @param judgements every period on record up to that date, in the order of the periods
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TargetStanding(
        LocalDate on,
        Standing standing,
        @Nullable Ground ground,
        @Nullable ReportingPeriod period,
        List<Judgement> judgements,
        String words) {

    public TargetStanding {
        judgements = List.copyOf(judgements);
    }

    /** Judges every period of {@code readings} that ended by {@code validOn}, and the target by the latest that could be judged. */
    public static TargetStanding of(Course course, Collection<PeriodReading> readings, LocalDate validOn) {
        List<Judgement> judgements = PeriodReading.inForce(readings).stream()
                .filter(reading -> !reading.period().lastDay().isAfter(validOn))
                .map(reading -> Judging.of(course, reading, validOn))
                .toList();
        if (course.polarity() == Polarity.NOT_PLAIN) {
            return without(validOn, Standing.NOT_JUDGED, Ground.POLARITY_NOT_PLAIN, judgements);
        }
        if (course.withdrawnBy(validOn)) {
            return without(validOn, Standing.NOT_JUDGED, Ground.WITHDRAWN, judgements);
        }
        if (course.inForceOn(validOn).isEmpty()) {
            return without(validOn, Standing.NOT_JUDGED, Ground.NO_TRAJECTORY, judgements);
        }
        return judgements.stream()
                .filter(judgement -> judgement.decided() || judgement.ground() == Ground.INTERVAL_STRADDLES)
                .reduce((earlier, later) -> later)
                .map(latest -> by(validOn, latest, judgements))
                .orElseGet(() -> unread(validOn, judgements));
    }

    private static TargetStanding by(LocalDate validOn, Judgement latest, List<Judgement> judgements) {
        return new TargetStanding(
                validOn, latest.standing(), latest.ground(), latest.period(), judgements, latest.words());
    }

    /** Where no period could be judged: why those on record could not, if one of these reasons is the cause. */
    private static TargetStanding unread(LocalDate validOn, List<Judgement> judgements) {
        return Stream.of(Ground.OTHER_DEFINITION, Ground.OTHER_LENGTH, Ground.AFTER_TARGET)
                .filter(ground -> judgements.stream().anyMatch(judgement -> judgement.ground() == ground))
                .findFirst()
                .map(ground -> without(validOn, Standing.NOT_JUDGED, ground, judgements))
                .orElseGet(() -> without(validOn, Standing.TOO_EARLY, Ground.NO_READING, judgements));
    }

    private static TargetStanding without(
            LocalDate validOn, Standing standing, Ground ground, List<Judgement> judgements) {
        String words = "%s: %s".formatted(Judging.wordsOf(standing), ground.words());
        return new TargetStanding(validOn, standing, ground, null, judgements, words);
    }
}
