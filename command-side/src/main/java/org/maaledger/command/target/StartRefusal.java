package org.maaledger.command.target;

import static org.maaledger.command.decision.Grounds.conflict;
import static org.maaledger.command.decision.Grounds.unacceptable;

import java.time.LocalDate;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Sources;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.Milestone;

/** Why a target refuses where its course would begin: a baseline, or the gap in its place. */
public sealed interface StartRefusal extends TargetRefusal {

    record BaselineKnown() implements StartRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "baseline-known",
                    "The target has a baseline, so there is no gap.",
                    "Until the trajectory is agreed, a baseline is corrected by setting it again; after that it stays.",
                    Sources.TOOLKIT_2005);
        }
    }

    record BaselineAgreed(Milestone baseline) implements StartRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "baseline-agreed",
                    "The trajectory was agreed with a baseline of %s for %s, and keeps it."
                            .formatted(baseline.value(), baseline.period()),
                    "Renegotiate the target if it is no longer the right one; the ground data-revised says that the figures were revised.",
                    Sources.ACT_2007 + ", s.110");
        }
    }

    record BaselineUnchanged() implements StartRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "baseline-unchanged", "The baseline is this already.", "Nothing is left to do.", Sources.LEDGER);
        }
    }

    record BaselineInTheFuture(ReportingPeriod period, LocalDate on) implements StartRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "baseline-in-the-future",
                            "The baseline is of %s, which had not begun on %s.".formatted(period, on),
                            "Give a period that was measured, or declare by when the gap will be filled.",
                            Sources.TOOLKIT_2005)
                    .at("/baseline/period");
        }
    }

    record BaselineNotBeforeTarget(ReportingPeriod baseline, ReportingPeriod next, String pointer)
            implements StartRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "baseline-not-before-target",
                            "The baseline is of %s, which does not end before %s.".formatted(baseline, next),
                            "Give the period that was measured before the course begins.",
                            Sources.TOOLKIT_2005)
                    .at(pointer);
        }
    }

    record BaselineAgainstTrajectory(Polarity polarity, Quantity baseline, Quantity target) implements StartRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "baseline-against-trajectory",
                            "From a baseline of %s, the agreed target of %s is no improvement: for this indicator %s."
                                    .formatted(baseline, target, polarity),
                            "Check the figure; if it is right, renegotiate the target first, and set the baseline once that is approved.",
                            Sources.TOOLKIT_2005)
                    .at("/baseline/value");
        }
    }

    record OwnerNotParty(BodyId owner) implements StartRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "owner-not-party",
                            "%s is not a party of the agreement.".formatted(owner),
                            "Name the party that will provide the baseline.",
                            Sources.TOOLKIT_2005)
                    .at("/owner");
        }
    }

    record GapDateOutside(LocalDate fillBy, LocalDate on, LocalDate to) implements StartRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "gap-date-outside",
                            "A gap declared on %s is filled later than that and by %s, not by %s."
                                    .formatted(on, to, fillBy),
                            "Give a date between them.",
                            Sources.TOOLKIT_2005)
                    .at("/fillBy");
        }
    }
}
