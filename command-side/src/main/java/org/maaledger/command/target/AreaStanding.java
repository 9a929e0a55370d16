package org.maaledger.command.target;

import org.maaledger.command.decision.Fold;
import org.maaledger.kernel.area.AreaEvent;

/** What a target must know of its area: whether the area register knows it. */
record AreaStanding(boolean registered) {

    static final Fold<AreaStanding> FOLD = Fold.of(
            "area-standing", new AreaStanding(false), AreaEvent.class, (standing, event) -> new AreaStanding(true));
}
