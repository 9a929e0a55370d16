package org.maaledger.command.decision;

import java.time.LocalDate;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;

/**
 * A formal act: who acts, and the date of the act in Europe/London. The windows of the rules run on this date, not on the moment of
 * recording, so an act of 2008 can be entered today.
 */
public record Act(Actor actor, LocalDate on) {

    /** The body that acts. */
    public BodyId body() {
        return actor.body();
    }

    /** Whether the act is done in {@code office}. */
    public boolean in(Office office) {
        return actor.office() == office;
    }
}
