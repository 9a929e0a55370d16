package org.maaledger.kernel.area;

import java.time.LocalDate;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.provenance.SourceRef;

/** What can happen to an entry of the area register. */
public sealed interface AreaEvent extends LedgerEvent {

    AreaCode area();

    @Override
    default String stream() {
        return streamOf(area());
    }

    /** The stream that holds the entry of {@code area}. */
    static String streamOf(AreaCode area) {
        return "area:" + area;
    }

    /** A place entered the register. */
    record AreaRegistered(AreaCode area, AreaDetails details, SourceRef source) implements AreaEvent {}

    /** What the register says of a place was corrected or completed; the earlier entry stays in the log. */
    record AreaDetailsRevised(AreaCode area, AreaDetails details, SourceRef source) implements AreaEvent {}

    /** A place was succeeded by another, in whole or in part, from {@code on} onwards. */
    record AreaSucceeded(AreaCode area, AreaCode by, LocalDate on, SourceRef source) implements AreaEvent {}
}
