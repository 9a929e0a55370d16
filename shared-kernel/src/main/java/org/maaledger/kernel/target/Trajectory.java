package org.maaledger.kernel.target;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.Shape;

/**
 * The expected course of an indicator between a baseline and a target, as agreed: "plots an expected performance curve between a
 * baseline and a target" (Local Area Agreement toolkit, 2005).
 *
 * @param version 1 for the first agreed trajectory, one more for each renegotiation
 * @param baseline where the course begins; absent while the baseline is a dated gap
 * @param milestones the agreed values in the order of their periods; the last is the target
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Trajectory(int version, @Nullable Milestone baseline, List<Milestone> milestones) {

    private static final int MILESTONES_MAX = 60;

    public Trajectory {
        milestones = Shape.distinct("milestones", 1, MILESTONES_MAX, milestones);
        if (version < 1) {
            throw new IllegalArgumentException("trajectories are counted from 1");
        }
    }

    /** The last milestone, which is the target. */
    public Milestone target() {
        return milestones.getLast();
    }
}
