package org.maaledger.command.target;

import static org.maaledger.command.testing.Scenario.given;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import org.maaledger.command.target.TargetCommand.RenegotiateTarget;
import org.maaledger.command.testing.Scenario;
import org.maaledger.kernel.agreement.AgreementEvent.TargetDesignated;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.RenegotiationApproved;
import org.maaledger.kernel.target.TargetEvent.RenegotiationConsentGiven;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.Trajectory;

/** A target in force, and its renegotiation from 900 homes down to 750. */
final class RenegotiationStory {

    static final List<Milestone> LOWER =
            List.of(milestone(2008, "700"), milestone(2009, "620"), milestone(2010, "750"));
    static final Trajectory SECOND = new Trajectory(2, milestone(2007, "600"), LOWER);
    static final TargetDesignated DESIGNATED = new TargetDesignated(AGREEMENT, TARGET);
    static final RenegotiationApproved APPROVED = new RenegotiationApproved(TARGET, 1, SECOND);

    private RenegotiationStory() {}

    static RenegotiateTarget renegotiate(List<Milestone> milestones) {
        return new RenegotiateTarget(
                TARGET, milestones, RenegotiationGround.UNFORESEEN_CIRCUMSTANCES, text("The recession"), null);
    }

    static RenegotiationProposed proposal(boolean designated) {
        return new RenegotiationProposed(
                TARGET,
                1,
                SECOND,
                RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                text("The recession").ref(),
                designated,
                List.of(POLICE),
                MIDDLESBROUGH);
    }

    /** A local target with a renegotiation under way since 5 January 2009. */
    static Scenario open() {
        return given().and(inForce()).on("2009-01-05", proposal(false));
    }

    static Scenario openAndConsented() {
        return open().on("2009-01-20", new RenegotiationConsentGiven(TARGET, 1, POLICE));
    }

    static Scenario designatedAndConsented() {
        return given().and(inForce())
                .on("2008-07-01", DESIGNATED)
                .on("2009-01-05", proposal(true))
                .on("2009-01-20", new RenegotiationConsentGiven(TARGET, 1, POLICE));
    }
}
