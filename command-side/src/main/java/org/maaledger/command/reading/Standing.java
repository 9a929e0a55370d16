package org.maaledger.command.reading;

import org.maaledger.command.area.Area;
import org.maaledger.command.area.AreaHistory;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.area.AreaLevel;

/** Who may record readings of which area. */
final class Standing {

    private Standing() {}

    /** A data provider anywhere; an authority for its own area, and for a multi-area of which that is a constituent. */
    static boolean mayRecord(Act act, AreaCode area, Consulted consulted) {
        return switch (act.actor().office()) {
            case DATA_PROVIDER -> true;
            case AUTHORITY_OFFICER ->
                act.body().value().equals(area.value())
                        || isMultiAreaOf(act.body().value(), area, consulted);
            case PARTNER, GOVERNMENT_OFFICE, MINISTER, INSPECTOR, ANALYST, OPERATOR -> false;
        };
    }

    private static boolean isMultiAreaOf(String body, AreaCode area, Consulted consulted) {
        return consulted.state(AreaHistory.FOLD, AreaEvent.streamOf(area)) instanceof Area.Registered entry
                && entry.details().level() == AreaLevel.MULTI_AREA
                && entry.details().constituents().stream()
                        .anyMatch(part -> part.value().equals(body));
    }
}
