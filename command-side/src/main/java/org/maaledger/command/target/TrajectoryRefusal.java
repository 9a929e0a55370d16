package org.maaledger.command.target;

import static org.maaledger.command.decision.Grounds.conflict;
import static org.maaledger.command.decision.Grounds.forbidden;
import static org.maaledger.command.decision.Grounds.unacceptable;

import java.time.LocalDate;
import java.util.List;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Sources;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.Milestone;

/** Why a target refuses a trajectory. */
public sealed interface TrajectoryRefusal extends TargetRefusal {

    record NotAgreer(BodyId body) implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return forbidden(
                    "not-agreer",
                    "%s is neither the Government Office nor the responsible authority of the agreement."
                            .formatted(body),
                    "Ask one of them to agree the trajectory.",
                    Sources.TOOLKIT_2005);
        }
    }

    record ConsentsMissing(List<BodyId> missing) implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "consents-missing",
                    "These have not consented: %s.".formatted(missing),
                    "Wait for their consents, or make an offer that they accept.",
                    Sources.ACT_2007 + ", ss.106, 111");
        }
    }

    record TargetRelatesToNobody(List<BodyId> left) implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "target-relates-to-nobody",
                    "Every body that the target relates to has left the agreement: %s.".formatted(left),
                    "Withdraw it, and propose it anew for the parties that it is to relate to.",
                    Sources.ACT_2007 + ", s.106");
        }
    }

    record BaselineMissing() implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "baseline-missing",
                    "The target has neither a baseline nor a dated gap.",
                    "Set the baseline, or declare by when the gap will be filled.",
                    Sources.TOOLKIT_2005);
        }
    }

    record GapOverdue(LocalDate fillBy) implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "gap-overdue",
                    "The baseline was to be there by %s.".formatted(fillBy),
                    "Set it, or declare a new date.",
                    Sources.TOOLKIT_2005);
        }
    }

    record CourseGoesBack(int index, Milestone before, Milestone milestone) implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "course-goes-back",
                            "The milestone of %s for %s is worse than %s for %s before it, and nothing says why."
                                    .formatted(milestone.value(), milestone.period(), before.value(), before.period()),
                            "Agree a milestone that is no worse, or say in the explanation why the course goes back there.",
                            Sources.LEDGER)
                    .at("/milestones/" + index);
        }
    }

    record MilestonesOutOfOrder(int index, LocalDate before, LocalDate end) implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "milestones-out-of-order",
                            "A milestone that ends on %s follows one that ends on %s.".formatted(end, before),
                            "Put the milestones in the order of their periods, each once.",
                            Sources.TOOLKIT_2005)
                    .at("/milestones/" + index);
        }
    }

    record MilestoneOutsidePeriod(int index, LocalDate end, LocalDate from, LocalDate to) implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "milestone-outside-period",
                            "A milestone ends on %s, outside the agreement's period from %s to %s."
                                    .formatted(end, from, to),
                            "Leave it out, or agree it for a period that ends within.",
                            Sources.ACT_2007 + ", s.106")
                    .at("/milestones/" + index);
        }
    }

    record MilestonesTooFarApart(int index, LocalDate end, LocalDate by, int monthsMax) implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "milestones-too-far-apart",
                            "A milestone ends on %s; the edition asks for one at least every %d months, here by %s."
                                    .formatted(end, monthsMax, by),
                            "Add the milestones between.",
                            Sources.FRAMEWORK_2007)
                    .at("/milestones/" + index);
        }
    }

    record LastMilestoneNotOffer(Milestone last, Milestone offer) implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "last-milestone-not-offer",
                            "The last milestone is %s for %s; consented to is %s for %s."
                                    .formatted(last.value(), last.period(), offer.value(), offer.period()),
                            "End the trajectory with the offer that all consented to, or make a counter-offer.",
                            Sources.TOOLKIT_2005)
                    .at("/milestones");
        }
    }

    record DirectionAgainstPolarity(Polarity polarity, Quantity baseline, Quantity target)
            implements TrajectoryRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "direction-against-polarity",
                            "From %s to %s is no improvement: for this indicator %s."
                                    .formatted(baseline, target, polarity),
                            "Agree a target that is better than the baseline; until the trajectory is agreed, the baseline can also be set again.",
                            Sources.ACT_2007 + ", s.106")
                    .at("/milestones");
        }
    }
}
