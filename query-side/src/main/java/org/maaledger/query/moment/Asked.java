package org.maaledger.query.moment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What every question says about time.
 *
 * @param validOn the day for which it is asked, absent where the caller left it open
 * @param minPosition an event that the answer must include, 0 for none: the position of one's own write
 */
public record Asked(AsOf asOf, @Nullable LocalDate validOn, long minPosition) {

    /** Whether an act that is dated {@code actedOn} counts: with a day named, only what is dated by it does. */
    public boolean counts(LocalDate actedOn) {
        return validOn == null || !actedOn.isAfter(validOn);
    }

    /** The same question, whose answer must include {@code position} as well. */
    public Asked including(long position) {
        return new Asked(asOf, validOn, Math.max(minPosition, position));
    }

    /** The newest, for today. */
    public static final Asked NOW = new Asked(new AsOf.Newest(), null, 0);

    /** As of a position. */
    public static Asked asOf(long position) {
        return new Asked(new AsOf.Position(position), null, 0);
    }
}
