package org.maaledger.query.progress;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.target.Trajectory;

/**
 * Judges a reading against the trajectory that was in force for its period.
 *
 * <p>A pure function of course, reading and date: the same three give the same judgement for ever, so a judgement made before a
 * renegotiation stays what it was.
 */
public final class Judging {

    private Judging() {}

    /** Judges {@code reading} by what was in force for its period, of what had come into force by {@code validOn}. */
    public static Judgement of(Course course, PeriodReading reading, LocalDate validOn) {
        LocalDate day = reading.period().lastDay();
        LocalDate known = day.isBefore(validOn) ? day : validOn;
        if (course.polarity() == Polarity.NOT_PLAIN) {
            return undecided(reading, Standing.NOT_JUDGED, Ground.POLARITY_NOT_PLAIN, null, List.of());
        }
        if (course.withdrawnBy(known)) {
            return undecided(reading, Standing.NOT_JUDGED, Ground.WITHDRAWN, null, List.of());
        }
        if (course.versions().isEmpty()) {
            return undecided(reading, Standing.NOT_JUDGED, Ground.NO_TRAJECTORY, null, List.of());
        }
        Optional<Trajectory> inForce = course.inForceOn(known);
        if (inForce.isEmpty()) {
            return undecided(reading, Standing.NOT_JUDGED, Ground.BEFORE_TRAJECTORY, null, List.of());
        }
        if (reading.definitionVersion() != course.definitionVersion()) {
            return undecided(reading, Standing.NOT_JUDGED, Ground.OTHER_DEFINITION, inForce.get(), List.of());
        }
        return against(inForce.get(), course, reading);
    }

    private static Judgement against(Trajectory trajectory, Course course, PeriodReading reading) {
        Curve curve = new Curve(trajectory);
        LocalDate day = reading.period().lastDay();
        if (day.isAfter(curve.expires())) {
            return undecided(reading, Standing.NOT_JUDGED, Ground.AFTER_TARGET, trajectory, List.of());
        }
        if (!curve.isAgreedForAsLong(reading.period())) {
            return undecided(reading, Standing.NOT_JUDGED, Ground.OTHER_LENGTH, trajectory, List.of());
        }
        List<Step> steps = new ArrayList<>();
        Optional<Step> expected = curve.expectedOn(day);
        expected.ifPresent(steps::add);
        return switch (reading.observation()) {
            case Observation.Missing missing ->
                undecided(reading, Standing.NOT_JUDGED, Ground.NO_FIGURE, trajectory, steps);
            case Observation.Measured measured -> {
                if (expected.isEmpty() || day.isBefore(curve.firstDue())) {
                    yield undecided(reading, Standing.TOO_EARLY, Ground.BEFORE_FIRST_MILESTONE, trajectory, steps);
                }
                BigDecimal wanted = expected.get().result().value();
                BigDecimal tolerance = tolerance(curve, course, steps);
                Step lead = lead(course.polarity(), measured.value(), wanted);
                steps.add(lead);
                if (straddles(course.polarity(), measured, wanted, tolerance)) {
                    yield undecided(reading, Standing.TOO_EARLY, Ground.INTERVAL_STRADDLES, trajectory, steps);
                }
                yield decided(reading, trajectory, standing(lead.result().value(), tolerance), steps);
            }
        };
    }

    private static BigDecimal tolerance(Curve curve, Course course, List<Step> steps) {
        Step change = curve.plannedChange();
        BigDecimal part = course.amberTolerance().value();
        BigDecimal tolerance = change.result().value().multiply(part);
        steps.add(change);
        steps.add(new Step(
                "Amber tolerance, a part of the planned change",
                "%s × %s".formatted(Step.plain(part), Step.plain(change.result().value())),
                new Figure(tolerance)));
        return tolerance;
    }

    /** By how much the figure is better than expected; negative where it falls short. */
    private static Step lead(Polarity polarity, Quantity actual, BigDecimal wanted) {
        boolean higher = polarity == Polarity.HIGHER_IS_BETTER;
        BigDecimal left = higher ? actual.value() : wanted;
        BigDecimal right = higher ? wanted : actual.value();
        return new Step(
                higher
                        ? "Lead over the expected value (higher is better)"
                        : "Lead over the expected value (lower is better)",
                "%s − %s".formatted(Step.plain(left), Step.operand(right)),
                new Figure(left.subtract(right)));
    }

    private static Standing standing(BigDecimal lead, BigDecimal tolerance) {
        if (lead.signum() >= 0) {
            return Standing.ON;
        }
        return lead.negate().compareTo(tolerance) <= 0 ? Standing.AMBER : Standing.OFF;
    }

    /** Whether one end of the confidence interval is on course and the other off course, so that nobody can tell. */
    private static boolean straddles(
            Polarity polarity, Observation.Measured measured, BigDecimal wanted, BigDecimal tolerance) {
        Quantity lower = measured.lower();
        Quantity upper = measured.upper();
        if (lower == null || upper == null) {
            return false;
        }
        Standing low = standing(lead(polarity, lower, wanted).result().value(), tolerance);
        Standing high = standing(lead(polarity, upper, wanted).result().value(), tolerance);
        return (low == Standing.ON && high == Standing.OFF) || (low == Standing.OFF && high == Standing.ON);
    }

    private static Judgement decided(
            PeriodReading reading, Trajectory trajectory, Standing standing, List<Step> steps) {
        Quantity expected = expected(steps);
        Quantity actual = actual(reading);
        String words =
                "%s: %s against an expected %s is %s".formatted(reading.period(), actual, expected, wordsOf(standing));
        return new Judgement(reading.period(), standing, null, trajectory.version(), expected, actual, steps, words);
    }

    private static Judgement undecided(
            PeriodReading reading,
            Standing standing,
            Ground ground,
            @Nullable Trajectory trajectory,
            List<Step> steps) {
        return new Judgement(
                reading.period(),
                standing,
                ground,
                trajectory == null ? null : trajectory.version(),
                steps.isEmpty() ? null : expected(steps),
                actual(reading),
                steps,
                "%s: %s: %s".formatted(reading.period(), wordsOf(standing), ground.words()));
    }

    /** What the first step came to: a value between two agreed ones, so a quantity like them. */
    private static Quantity expected(List<Step> steps) {
        return new Quantity(steps.getFirst().result().value());
    }

    private static @Nullable Quantity actual(PeriodReading reading) {
        return switch (reading.observation()) {
            case Observation.Measured measured -> measured.value();
            case Observation.Missing missing -> null;
        };
    }

    /** A standing as it is said in a sentence. */
    static String wordsOf(Standing standing) {
        return switch (standing) {
            case ON -> "on course";
            case AMBER -> "short, within tolerance (amber)";
            case OFF -> "off course";
            case TOO_EARLY -> "too early to judge";
            case NOT_JUDGED -> "not judged";
        };
    }
}
