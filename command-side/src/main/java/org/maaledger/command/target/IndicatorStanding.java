package org.maaledger.command.target;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Fold;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.target.OfferRefusal.IndicatorNoLongerCollected;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;

/**
 * What a target must know of its indicator.
 *
 * @param versions the definitions, each with the date from which it is in force; the first has been in force since ever
 * @param statutory whether its targets are agreed under the statutory education and early years regime
 * @param end absent while it is not withdrawn
 */
record IndicatorStanding(
        List<Version> versions, boolean statutory, @Nullable End end) {

    private static final Fold<IndicatorStanding> FOLD = Fold.of(
            "indicator-standing",
            new IndicatorStanding(List.of(), false, null),
            IndicatorEvent.class,
            IndicatorStanding::after);

    /** What the catalogue says of {@code indicator}. */
    static IndicatorStanding of(IndicatorCode indicator, Consulted consulted) {
        return consulted.state(FOLD, IndicatorEvent.streamOf(indicator));
    }

    /** A definition and when it came into force. */
    record Version(IndicatorDefinition definition, LocalDate from) {}

    /**
     * That it is withdrawn.
     *
     * @param from the first day for which there are no figures any more
     * @param decidedOn the date of the act that withdrew it; until then it was right to agree on figures of any later day
     */
    record End(LocalDate from, LocalDate decidedOn) {}

    IndicatorStanding {
        versions = List.copyOf(versions);
    }

    /** The definition in force on {@code date}; null if the catalogue does not know the indicator. */
    @Nullable IndicatorDefinition definitionOn(LocalDate date) {
        IndicatorDefinition inForce = null;
        for (Version version : versions) {
            if (inForce == null || !version.from().isAfter(date)) {
                inForce = version.definition();
            }
        }
        return inForce;
    }

    /**
     * The refusal of a value that is to be measured from {@code day} on; null if the indicator is collected on that day, so far as could
     * be known on the date of the act.
     *
     * @param on the date of the act
     */
    @Nullable Refusal againstMeasuring(IndicatorCode indicator, LocalDate day, LocalDate on, String pointer) {
        boolean collected = end == null || day.isBefore(end.from()) || on.isBefore(end.decidedOn());
        return collected ? null : new IndicatorNoLongerCollected(indicator, end.from(), end.decidedOn(), pointer);
    }

    private IndicatorStanding after(IndicatorEvent event, LocalDate on) {
        return switch (event) {
            case IndicatorEvent.IndicatorRegistered registered ->
                new IndicatorStanding(
                        List.of(new Version(registered.definition(), LocalDate.MIN)), registered.statutory(), end);
            case IndicatorEvent.IndicatorRedefined redefined -> {
                List<Version> more = new ArrayList<>(versions);
                more.add(new Version(redefined.definition(), redefined.from()));
                yield new IndicatorStanding(more, statutory, end);
            }
            case IndicatorEvent.IndicatorWithdrawn withdrawn ->
                new IndicatorStanding(versions, statutory, new End(withdrawn.from(), on));
        };
    }
}
