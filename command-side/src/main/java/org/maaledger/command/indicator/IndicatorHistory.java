package org.maaledger.command.indicator;

import org.maaledger.command.decision.Fold;
import org.maaledger.kernel.indicator.IndicatorEvent;

/** What the stream of an indicator comes to, for those whose decisions rest on it. */
public final class IndicatorHistory {

    /** How its events become its state. */
    public static final Fold<Indicator> FOLD =
            Fold.of("indicator", new Indicator.Unregistered(), IndicatorEvent.class, Indicator::evolve);

    private IndicatorHistory() {}
}
