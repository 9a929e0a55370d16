package org.maaledger.command.area;

import java.time.LocalDate;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Refusal;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.provenance.Office;

/** Why a command to the area register is refused. */
public sealed interface AreaRefusal extends Refusal {

    /** Where the rules of the register are written. */
    String SOURCE = "decision record 0016";

    /** The office does not keep reference data. */
    record RegisterNotYours(Office office) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.forbidden(
                    "area-register-not-yours",
                    "The office %s does not keep the area register.".formatted(office),
                    "Ask a data provider or an operator.",
                    SOURCE);
        }
    }

    /** There is an entry already. */
    record AreaAlreadyRegistered(AreaCode area) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                            "area-already-registered",
                            "Area %s is in the register already.".formatted(area),
                            "Revise its details if they have changed.",
                            SOURCE)
                    .at("/area");
        }
    }

    /** There is no such entry. */
    record AreaUnknown(AreaCode area) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unknown(
                            "area-unknown",
                            "Area %s is not in the register.".formatted(area),
                            "Check its code, or register it first.",
                            SOURCE)
                    .at("/area");
        }
    }

    /** The details are what the register says. */
    record DetailsUnchanged(AreaCode area) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                            "area-details-unchanged",
                            "The register says exactly this of %s.".formatted(area),
                            "Nothing needs to be done.",
                            SOURCE)
                    .at("/details");
        }
    }

    /** The successor is not in the register. */
    record SuccessorUnknown(AreaCode by) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "successor-unknown",
                            "The successor %s is not in the register.".formatted(by),
                            "Register it first.",
                            SOURCE)
                    .at("/by");
        }
    }

    /** A place cannot succeed itself. */
    record SucceedsItself(AreaCode area) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "area-succeeds-itself",
                            "Area %s cannot succeed itself.".formatted(area),
                            "Name the code of its successor.",
                            SOURCE)
                    .at("/by");
        }
    }

    /** A place is no part of itself. */
    record PartOfItself(AreaCode area) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "area-part-of-itself",
                            "Area %s cannot be its own parent, constituent or region.".formatted(area),
                            "Leave its own code out.",
                            SOURCE)
                    .at("/details");
        }
    }

    /** Succession goes one way. */
    record SucceedsItsSuccessor(AreaCode area, AreaCode by) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "area-succeeds-its-successor",
                            "By the register, %s itself became %s.".formatted(by, area),
                            "Check which of the two came first; a place that was formed anew has a new code.",
                            SOURCE)
                    .at("/by");
        }
    }

    /** A place begins before it is succeeded, and its successor no later than that. */
    record NotThereYet(AreaCode area, LocalDate from, LocalDate on, String pointer) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "area-not-there-yet",
                            "By the register, %s is there from %s on, too late for a succession on %s."
                                    .formatted(area, from, on),
                            "Give the first day of the successor, or revise what the register says of the place.",
                            SOURCE)
                    .at(pointer);
        }
    }

    /** The succession is on record. */
    record AlreadySucceeded(AreaCode area, AreaCode by, LocalDate on) implements AreaRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                            "succession-already-recorded",
                            "That %s succeeded %s is on record, from %s on.".formatted(by, area, on),
                            "Nothing needs to be done.",
                            SOURCE)
                    .at("/by");
        }
    }
}
