package org.maaledger.command.target;

import static org.maaledger.command.decision.Grounds.conflict;
import static org.maaledger.command.decision.Grounds.forbidden;
import static org.maaledger.command.decision.Grounds.unacceptable;
import static org.maaledger.command.decision.Grounds.unknown;

import java.time.LocalDate;
import java.util.List;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Sources;
import org.maaledger.kernel.measure.Polarity;
import org.maaledger.kernel.measure.Quantity;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.Milestone;
import org.maaledger.kernel.target.TargetId;

/** Why a target refuses a change of what was agreed, or its removal. */
public sealed interface RenegotiationRefusal extends TargetRefusal {

    record RenegotiationOpen(int number) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "renegotiation-open",
                    "Renegotiation %d is not settled yet.".formatted(number),
                    "Settle it before another is proposed.",
                    Sources.ACT_2007 + ", s.111");
        }
    }

    record RenegotiationUnknown(int number) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return unknown(
                    "renegotiation-unknown",
                    "The target has no renegotiation %d.".formatted(number),
                    "Read the target to see its renegotiations.",
                    Sources.LEDGER);
        }
    }

    record RenegotiationClosed(int number) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "renegotiation-closed",
                    "Renegotiation %d is settled.".formatted(number),
                    "Propose another one.",
                    Sources.ACT_2007 + ", s.112");
        }
    }

    record ClosedPeriodChanged(int index, Milestone milestone, LocalDate on) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "closed-period-changed",
                            "The period %s was over on %s, and %s was not agreed for it."
                                    .formatted(milestone.period(), on, milestone.value()),
                            "Leave that milestone out, or tell it as the trajectory in force does; change what is still to come.",
                            Sources.LEDGER)
                    .at("/milestones/" + index);
        }
    }

    record RenegotiationUnchanged() implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "renegotiation-unchanged",
                            "The milestones are those in force.",
                            "Propose what is to change.",
                            Sources.ACT_2007 + ", s.111")
                    .at("/milestones");
        }
    }

    record RenegotiationConsentAlreadyGiven(BodyId body, int number) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "consent-already-given",
                    "%s has consented to renegotiation %d already.".formatted(body, number),
                    "Nothing is left to do.",
                    Sources.ACT_2007 + ", s.111");
        }
    }

    record ConsentNotAsked(BodyId body, int number, List<BodyId> needed) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return forbidden(
                    "consent-not-asked",
                    "Renegotiation %d needs the consent of %s, not of %s.".formatted(number, needed, body),
                    "Who proposed it consents thereby; the Government Office or the Secretary of State approve it or refuse it.",
                    Sources.ACT_2007 + ", ss.110-112");
        }
    }

    record BaselineSinceAgainstChange(Polarity polarity, Quantity baseline, Quantity target)
            implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "baseline-against-renegotiation",
                    "The baseline is now %s; from there to %s is no improvement: for this indicator %s."
                            .formatted(baseline, target, polarity),
                    "Refuse this renegotiation and propose another: the baseline that filled the gap stays.",
                    Sources.ACT_2007 + ", s.111");
        }
    }

    record NotApprover(boolean designated) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return forbidden(
                    "not-approver",
                    designated
                            ? "The target is designated: only the Secretary of State settles a change of it."
                            : "The target is a local one: the Government Office settles a change of it, or the responsible authority puts it into force.",
                    "Ask them to.",
                    Sources.ACT_2007 + ", ss.110-112");
        }
    }

    record LocalChangeLocked(LocalDate since, LocalDate free) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "local-change-locked",
                            "The target is in the agreement in force since %s; while it is not designated, it cannot be changed or removed before %s."
                                    .formatted(since, free),
                            "Give the date of the act if it lies later, or wait.",
                            Sources.ACT_2007 + ", s.110")
                    .at("/actedOn");
        }
    }

    record TargetIsDesignated(TargetId target) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "target-is-designated",
                    "Target %s is designated, and is removed only by an approved revision proposal.".formatted(target),
                    "Propose its withdrawal, which the Secretary of State settles, or let him revoke the designation.",
                    Sources.ACT_2007 + ", ss.110-112");
        }
    }

    record WithdrawalConcernsOthers(List<BodyId> others) implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "withdrawal-concerns-others",
                    "The target also relates to %s, whose consent its removal needs.".formatted(others),
                    "Propose its withdrawal; once they have consented, its approval withdraws the target.",
                    Sources.ACT_2007 + ", s.110");
        }
    }

    record ReasonMissing() implements RenegotiationRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "reason-missing",
                            "An agreed target is not withdrawn without a reason.",
                            "State it; the text is kept in the vault.",
                            Sources.ACT_2007 + ", s.110")
                    .at("/reason");
        }
    }
}
