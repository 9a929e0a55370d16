package org.maaledger.command.agreement;

import static org.maaledger.command.decision.Grounds.conflict;
import static org.maaledger.command.decision.Grounds.unacceptable;
import static org.maaledger.command.decision.Grounds.unknown;

import java.time.LocalDate;
import java.util.List;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Sources;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.target.TargetId;

/** Why an agreement refuses a command for what it asks for, its date, or the state of the agreement. */
public sealed interface ActRefusal extends AgreementRefusal {

    record AgreementUnknown(AgreementId agreement) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unknown(
                    "agreement-unknown",
                    "There is no agreement %s that you may see.".formatted(agreement),
                    "Check the id; a draft is seen by its parties and its Government Office only.",
                    Sources.LEDGER);
        }
    }

    record AgreementAlreadyDrafted(AgreementId agreement) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "agreement-already-drafted",
                    "Agreement %s has been drafted before.".formatted(agreement),
                    "Use another id, or none, for another agreement.",
                    Sources.LEDGER);
        }
    }

    record AgreementNotInForce(AgreementId agreement) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "agreement-not-in-force",
                    "Agreement %s is not signed yet.".formatted(agreement),
                    "Ask again once it is signed.",
                    Sources.ACT_2007 + ", ss.109, 111");
        }
    }

    record AgreementAlreadySigned(LocalDate on) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "agreement-already-signed",
                    "The agreement was signed on %s.".formatted(on),
                    "It is signed once; nothing is left to do.",
                    Sources.ACT_2007 + ", s.107");
        }
    }

    record AgreementEnded(LocalDate to, LocalDate on) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "agreement-ended",
                            "The agreement's period ends on %s, before %s.".formatted(to, on),
                            "Give the date of the act if it lies earlier.",
                            Sources.ACT_2007 + ", s.107")
                    .at("/actedOn");
        }
    }

    record ActBeforeItsGround(LocalDate on, String ground, LocalDate groundOn) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "act-before-its-ground",
                            "The act is dated %s, before %s (%s), on which it builds.".formatted(on, ground, groundOn),
                            "Give the date on which it took place.",
                            Sources.LEDGER)
                    .at("/actedOn");
        }
    }

    record EditionUnknown(String edition, List<String> known) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "edition-unknown",
                            "There is no framework edition '%s'.".formatted(edition),
                            "Use one of: %s.".formatted(String.join(", ", known)),
                            Sources.LEDGER)
                    .at("/edition");
        }
    }

    record AgreementAreaUnknown(AreaCode area) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "area-unknown",
                            "The area register does not know %s.".formatted(area),
                            "Check the code, such as maa:tees-valley, or let a data provider register the area.",
                            Sources.ACT_2009 + ", ss.121, 124")
                    .at("/area");
        }
    }

    record PeriodEmpty(LocalDate from, LocalDate to) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "period-empty",
                            "The period must end after it begins, not from %s to %s.".formatted(from, to),
                            "Give its first and its last day.",
                            Sources.ACT_2007 + ", s.106")
                    .at("/to");
        }
    }

    record TargetOfAnotherAgreement(TargetId target, AgreementId agreement) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unknown(
                    "target-unknown",
                    "Agreement %s has no target %s.".formatted(agreement, target),
                    "Check the id.",
                    Sources.LEDGER);
        }
    }

    record TargetOfNoAgreement(String target) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unknown(
                    "target-unknown", "There is no target %s.".formatted(target), "Check the id.", Sources.LEDGER);
        }
    }

    record TargetNotAgreed(TargetId target, boolean withdrawn) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "target-not-agreed",
                    withdrawn
                            ? "Target %s was withdrawn.".formatted(target)
                            : "The trajectory of target %s is not agreed yet.".formatted(target),
                    "Only an agreed target can be designated.",
                    Sources.ACT_2007 + ", s.109");
        }
    }

    record StatutoryTargetNotDesignated(TargetId target) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                    "statutory-target-not-designated",
                    "Target %s is a statutory education or early years target.".formatted(target),
                    "It stands beside the designated ones and is not counted among them; nothing is to be designated.",
                    Sources.FRAMEWORK_2007);
        }
    }

    record TargetAlreadyDesignated(TargetId target) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "target-already-designated",
                    "Target %s is designated already.".formatted(target),
                    "Nothing is left to do.",
                    Sources.ACT_2007 + ", s.109");
        }
    }

    record TargetNotDesignated(TargetId target) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "target-not-designated",
                    "Target %s is not designated.".formatted(target),
                    "Nothing is to be revoked.",
                    Sources.ACT_2007 + ", s.109");
        }
    }

    record DesignationWindowClosed(LocalDate opens, LocalDate closes, LocalDate on) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return unacceptable(
                            "designation-window-closed",
                            "Targets can be designated from %s to %s, not on %s.".formatted(opens, closes, on),
                            "Give the date of the designation if it lies within; later, a target is designated only when it is added to the agreement.",
                            Sources.ACT_2007 + ", s.109")
                    .at("/actedOn");
        }
    }

    record DesignationLimitReached(int limit, String edition) implements ActRefusal {
        @Override
        public Grounds grounds() {
            return conflict(
                    "designation-limit-reached",
                    "%d targets are designated, as many as edition %s allows; statutory ones are not counted."
                            .formatted(limit, edition),
                    "Revoke another designation first, or leave the target a local one.",
                    Sources.FRAMEWORK_2007);
        }
    }
}
