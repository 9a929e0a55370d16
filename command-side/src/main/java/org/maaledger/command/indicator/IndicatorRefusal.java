package org.maaledger.command.indicator;

import java.time.LocalDate;
import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Refusal;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.provenance.Office;

/** Why a command to the indicator catalogue is refused. */
public sealed interface IndicatorRefusal extends Refusal {

    /** Where the rules of the catalogue are written. */
    String SOURCE = "decision record 0016";

    /** The office does not keep reference data. */
    record CatalogueNotYours(Office office) implements IndicatorRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.forbidden(
                    "catalogue-not-yours",
                    "The office %s does not keep the indicator catalogue.".formatted(office),
                    "Ask a data provider or an operator.",
                    SOURCE);
        }
    }

    /** There is an entry already. */
    record IndicatorAlreadyRegistered(IndicatorCode indicator) implements IndicatorRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                            "indicator-already-registered",
                            "Indicator %s is in the catalogue already.".formatted(indicator),
                            "Redefine it if its definition has changed.",
                            SOURCE)
                    .at("/indicator");
        }
    }

    /** There is no such entry. */
    record IndicatorUnknown(IndicatorCode indicator) implements IndicatorRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unknown(
                            "indicator-unknown",
                            "Indicator %s is not in the catalogue.".formatted(indicator),
                            "Check its code, or register it first.",
                            SOURCE)
                    .at("/indicator");
        }
    }

    /** Versions count on by one. */
    record DefinitionOutOfTurn(int expected, int given) implements IndicatorRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "definition-out-of-turn",
                            "The next definition is version %d, not %d.".formatted(expected, given),
                            "Number it %d.".formatted(expected),
                            SOURCE)
                    .at("/definition/version");
        }
    }

    /** The definition says what the one in force says. */
    record DefinitionUnchanged(IndicatorCode indicator, int version) implements IndicatorRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                            "definition-unchanged",
                            "The definition of %s says what version %d says.".formatted(indicator, version),
                            "Nothing needs to be done.",
                            SOURCE)
                    .at("/definition");
        }
    }

    /** One definition is in force at a time, each from a later day than the one before. */
    record DefinitionBeforeTheLast(LocalDate from, int version, LocalDate lastFrom) implements IndicatorRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "definition-before-the-last",
                            "Version %d applies from %s on, so the next cannot apply from %s on."
                                    .formatted(version, lastFrom, from),
                            "Give the day from which the new definition applies.",
                            SOURCE)
                    .at("/from");
        }
    }

    /** Figures do not end before the day from which the last definition of them applies, or was to apply. */
    record WithdrawnBeforeItsDefinition(LocalDate from, int version, LocalDate lastFrom) implements IndicatorRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.unacceptable(
                            "withdrawn-before-its-definition",
                            "Version %d of the definition applies from %s on, so figures do not end before, from %s on."
                                    .formatted(version, lastFrom, from),
                            "Give the first day without figures.",
                            SOURCE)
                    .at("/from");
        }
    }

    /** It was withdrawn before. */
    record IndicatorAlreadyWithdrawn(IndicatorCode indicator, LocalDate from) implements IndicatorRefusal {
        @Override
        public Grounds grounds() {
            return Grounds.conflict(
                            "indicator-already-withdrawn",
                            "Indicator %s was withdrawn from %s on.".formatted(indicator, from),
                            "Register a new indicator if it is collected again: what is compared over a gap must be said to be so.",
                            SOURCE)
                    .at("/indicator");
        }
    }
}
