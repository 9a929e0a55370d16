package org.maaledger.log;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.Shape;
import org.maaledger.kernel.provenance.Actor;

/**
 * An event that is to be recorded.
 *
 * @param eventId unique for ever, made by the writer
 * @param sequence the place it is to have in its stream; the append fails as a conflict if that place is not the next one
 * @param actedOn the date of the act
 */
public record NewEvent(
        UUID eventId,
        LedgerEvent payload,
        long sequence,
        Actor actor,
        LocalDate actedOn,
        String command,
        String correlation,
        @Nullable String causation) {

    private static final int NAME_MAX = 200;

    public NewEvent {
        Shape.line("command", NAME_MAX, command);
        Shape.line("correlation", NAME_MAX, correlation);
        if (causation != null) {
            Shape.line("causation", NAME_MAX, causation);
        }
    }
}
