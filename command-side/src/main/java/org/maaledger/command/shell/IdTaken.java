package org.maaledger.command.shell;

import org.maaledger.command.decision.Grounds;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.Sources;

/** The id chosen for something new is that of something of another kind. */
public record IdTaken(String id) implements Refusal {

    @Override
    public Grounds grounds() {
        return Grounds.conflict(
                "id-taken",
                "The id %s is in use for something of another kind.".formatted(id),
                "Choose another id, or none.",
                Sources.LEDGER);
    }
}
