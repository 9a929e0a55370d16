package org.maaledger.query.progress;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.Trajectory;

/** The expected values of one trajectory, by straight lines between the last days of its periods. */
final class Curve {

    /** Digits after the point of an interpolated value: far below what any indicator is published with. */
    static final int SCALE = 6;

    private record Point(LocalDate day, BigDecimal value) {}

    private final Trajectory trajectory;
    private final List<Point> points = new ArrayList<>();

    Curve(Trajectory trajectory) {
        this.trajectory = trajectory;
        Milestone baseline = trajectory.baseline();
        if (baseline != null) {
            points.add(point(baseline));
        }
        trajectory.milestones().stream()
                .map(Curve::point)
                .filter(point -> baseline == null
                        || point.day().isAfter(points.getFirst().day()))
                .sorted(Comparator.comparing(Point::day))
                .forEachOrdered(points::add);
    }

    /** The last day of the period of the first milestone, before which nothing is due. */
    LocalDate firstDue() {
        return trajectory.milestones().getFirst().period().lastDay();
    }

    /** The whole change that was planned, as a size: from the baseline, or the first milestone where there is none, to the target. */
    Step plannedChange() {
        BigDecimal from = points.getFirst().value();
        BigDecimal to = points.getLast().value();
        BigDecimal change = to.subtract(from).abs();
        return new Step(
                "Planned change, from the first point of the trajectory to the target",
                "|%s − %s|".formatted(Step.plain(to), Step.operand(from)),
                new Figure(change));
    }

    /** The last day of the target's period, after which nothing is expected. */
    LocalDate expires() {
        return trajectory.target().period().lastDay();
    }

    /** Whether {@code period} is as long as that of the milestone which is due on its last day, or next after it. */
    boolean isAgreedForAsLong(ReportingPeriod period) {
        return trajectory.milestones().stream()
                .map(Milestone::period)
                .filter(due -> !due.lastDay().isBefore(period.lastDay()))
                .min(Comparator.comparing(ReportingPeriod::lastDay))
                .filter(due -> due.months() == period.months())
                .isPresent();
    }

    /** The value expected on {@code day}, or empty before the first point and after the last. */
    Optional<Step> expectedOn(LocalDate day) {
        Point before = null;
        for (Point point : points) {
            if (point.day().equals(day)) {
                return Optional.of(agreed("Agreed for " + day, point));
            }
            if (point.day().isAfter(day)) {
                return before == null ? Optional.empty() : Optional.of(between(before, point, day));
            }
            before = point;
        }
        return Optional.empty();
    }

    private static Step agreed(String what, Point point) {
        return new Step(what, Step.plain(point.value()), new Figure(point.value()));
    }

    /** Rounded towards the earlier point, so that it never leaves the two it lies between. */
    private static Step between(Point before, Point after, LocalDate day) {
        long gone = ChronoUnit.DAYS.between(before.day(), day);
        long all = ChronoUnit.DAYS.between(before.day(), after.day());
        BigDecimal rise = after.value().subtract(before.value());
        BigDecimal value = before.value()
                .add(rise.multiply(BigDecimal.valueOf(gone)).divide(BigDecimal.valueOf(all), SCALE, RoundingMode.DOWN));
        String sum = "%s + (%s − %s) × %d days / %d days"
                .formatted(
                        Step.plain(before.value()), Step.plain(after.value()), Step.operand(before.value()), gone, all);
        return new Step(
                "Expected on %s, on the straight line from %s to %s".formatted(day, before.day(), after.day()),
                sum,
                new Figure(value));
    }

    private static Point point(Milestone milestone) {
        return new Point(milestone.period().lastDay(), milestone.value().value());
    }
}
