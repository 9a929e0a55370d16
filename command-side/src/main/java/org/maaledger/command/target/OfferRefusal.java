package org.maaledger.command.target;

import static org.maaledger.command.decision.Grounds.conflict;
import static org.maaledger.command.decision.Grounds.forbidden;
import static org.maaledger.command.decision.Grounds.unacceptable;
import static org.maaledger.command.decision.Grounds.unknown;

import java.time.LocalDate;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Sources;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.measure.ReportingPeriod;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.target.TargetId;

/** Why a target refuses an offer or an answer to one. */
public sealed interface OfferRefusal extends TargetRefusal {

    record TargetUnknown(TargetId target) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return unknown(
                    "target-unknown",
                    "There is no target %s that you may see.".formatted(target),
                    "Check the id; a target of a draft is seen by its parties and its Government Office only.",
                    Sources.LEDGER);
        }
    }

    record TargetAlreadyProposed(TargetId target) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "target-already-proposed",
                    "Target %s has been proposed before.".formatted(target),
                    "Use another id, or none, for another target.",
                    Sources.LEDGER);
        }
    }

    record TargetAlreadyAgreed(TargetId target) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "target-already-agreed",
                    "The trajectory of target %s is agreed.".formatted(target),
                    "Renegotiate it to change it.",
                    Sources.ACT_2007 + ", ss.110-111");
        }
    }

    record TargetNotYetAgreed(TargetId target) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "target-not-yet-agreed",
                    "The trajectory of target %s is not agreed yet.".formatted(target),
                    "Make a counter-offer instead.",
                    Sources.ACT_2007 + ", s.106");
        }
    }

    record TargetIsWithdrawn(TargetId target) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "target-withdrawn",
                    "Target %s was withdrawn.".formatted(target),
                    "Propose another target.",
                    Sources.ACT_2007 + ", s.110");
        }
    }

    record NotParty(BodyId body) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return forbidden(
                    "not-party-of-agreement",
                    "%s is neither a party of the agreement nor its Government Office, or you do not act for it in that office."
                            .formatted(body),
                    "Ask a party to propose it, or join the agreement.",
                    Sources.ACT_2007 + ", s.106");
        }
    }

    record NotConcerned(BodyId body, TargetId target) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return forbidden(
                    "not-concerned",
                    "Target %s does not relate to %s in the office you act in, or this step is not for it to take."
                            .formatted(target, body),
                    "Ask a body that the target relates to, the responsible authority, or the Government Office.",
                    Sources.ACT_2007 + ", ss.106, 110");
        }
    }

    record BodyNotParty(BodyId body) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "body-not-party",
                            "%s is not a party of the agreement, so a target cannot relate to it.".formatted(body),
                            "Let it join first, or leave it out.",
                            Sources.ACT_2007 + ", s.106")
                    .at("/relatesTo");
        }
    }

    record OfferOutsidePeriod(ReportingPeriod period, LocalDate from, LocalDate to) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "offer-outside-period",
                            "The offer is for %s, which does not end within the agreement's period from %s to %s."
                                    .formatted(period, from, to),
                            "Offer a value for a period that ends within it.",
                            Sources.ACT_2007 + ", s.106")
                    .at("/offer/period");
        }
    }

    record IndicatorUnknown(IndicatorCode indicator) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "indicator-unknown",
                            "The indicator catalogue does not know %s.".formatted(indicator),
                            "Check the code, such as ni:154.",
                            Sources.FRAMEWORK_2007)
                    .at("/indicator");
        }
    }

    record IndicatorNoLongerCollected(IndicatorCode indicator, LocalDate from, LocalDate decidedOn, String pointer)
            implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "indicator-no-longer-collected",
                            "%s is no longer collected from %s on, as was decided on %s."
                                    .formatted(indicator, from, decidedOn),
                            "Choose an indicator that is, or a period that begins before that day, or give the date of the act if it lies before the decision; a target that can be measured no longer can be withdrawn.",
                            Sources.TOOLKIT_2005)
                    .at(pointer);
        }
    }

    record AreaUnknown(AreaCode area) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "area-unknown",
                            "The area register does not know %s.".formatted(area),
                            "Check the code, such as E06000002, or let a data provider register the area.",
                            Sources.LEDGER)
                    .at("/area");
        }
    }

    record AreaOutsideAgreement(AreaCode area, AreaCode ofAgreement) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "area-outside-agreement",
                            "By the area register, %s does not lie in %s, the agreement's area."
                                    .formatted(area, ofAgreement),
                            "Choose the agreement's area or a part of it, or let a data provider complete the register with its parents or constituents.",
                            Sources.ACT_2009 + ", s.121")
                    .at("/area");
        }
    }

    record OfferUnchanged(int number) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "offer-unchanged",
                            "Offer %d has the same value and period.".formatted(number),
                            "Consent to it, or offer something else.",
                            Sources.LEDGER)
                    .at("/offer");
        }
    }

    record OfferSuperseded(int answered, int current) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                            "offer-superseded",
                            "Offer %d is not on the table; the current one is offer %d.".formatted(answered, current),
                            "Read the target, and answer the current offer.",
                            Sources.TOOLKIT_2005)
                    .at("/offerNumber");
        }
    }

    record ConsentAlreadyGiven(BodyId body, int number) implements OfferRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "consent-already-given",
                    "%s has consented to offer %d already; a proposer consents by proposing.".formatted(body, number),
                    "Nothing is left to do.",
                    Sources.ACT_2007 + ", s.106");
        }
    }
}
