package org.maaledger.query.progress;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.target.Trajectory;

/**
 * What a target is judged against: everything about it that bears on a judgement.
 *
 * @param definitionVersion the version of the indicator's definition that the target is bound to
 * @param amberTolerance the part of the planned change, 0 to 1, by which a reading may fall short and still be amber
 * @param versions every agreed trajectory, in the order of their versions
 * @param withdrawnOn the day the target was withdrawn, absent while it was not
 */
public record Course(
        Polarity polarity,
        int definitionVersion,
        Quantity amberTolerance,
        List<Version> versions,
        @Nullable LocalDate withdrawnOn) {

    /**
     * An agreed trajectory.
     *
     * @param from the day it came into force; it is in force until a later one is
     */
    public record Version(Trajectory trajectory, LocalDate from) {}

    public Course {
        versions = versions.stream()
                .sorted(Comparator.comparingInt(version -> version.trajectory().version()))
                .toList();
    }

    /** The trajectory in force on {@code date}: of those that came into force by then, the one with the highest version. */
    public Optional<Trajectory> inForceOn(LocalDate date) {
        return versions.stream()
                .filter(version -> !version.from().isAfter(date))
                .map(Version::trajectory)
                .reduce((earlier, later) -> later);
    }

    /** Whether the target was withdrawn on or before {@code date}. */
    public boolean withdrawnBy(LocalDate date) {
        return withdrawnOn != null && !withdrawnOn.isAfter(date);
    }
}
