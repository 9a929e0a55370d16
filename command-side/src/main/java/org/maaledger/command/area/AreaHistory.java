package org.maaledger.command.area;

import org.maaledger.command.decision.Fold;
import org.maaledger.kernel.area.AreaEvent;

/** What the stream of an area comes to, for those whose decisions rest on it. */
public final class AreaHistory {

    /** How its events become its state. */
    public static final Fold<Area> FOLD = Fold.of("area", new Area.Unregistered(), AreaEvent.class, Area::evolve);

    private AreaHistory() {}
}
