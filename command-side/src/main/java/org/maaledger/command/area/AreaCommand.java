package org.maaledger.command.area;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.FromAddress;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.provenance.SourceRef;

/** What can be asked of an entry of the area register. */
public sealed interface AreaCommand extends LedgerCommand {

    /** The name of this family of commands. */
    String FAMILY = "area";

    AreaCode area();

    @Override
    default String family() {
        return FAMILY;
    }

    @Override
    default String stream() {
        return AreaEvent.streamOf(area());
    }

    /** Puts a place into the register. */
    record RegisterArea(
            AreaCode area,
            AreaDetails details,
            SourceRef source,
            @Nullable LocalDate actedOn) implements AreaCommand {}

    /** Corrects or completes what the register says of a place: all of it, as it shall read from now on. */
    record ReviseAreaDetails(
            @FromAddress AreaCode area,
            AreaDetails details,
            SourceRef source,
            @Nullable LocalDate actedOn) implements AreaCommand {}

    /**
     * States that a place was succeeded by another, in whole or in part.
     *
     * @param on the first day of the successor
     */
    record SucceedArea(
            @FromAddress AreaCode area,
            AreaCode by,
            LocalDate on,
            SourceRef source,
            @Nullable LocalDate actedOn) implements AreaCommand {}
}
