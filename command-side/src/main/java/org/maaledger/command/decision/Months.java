package org.maaledger.command.decision;

import java.time.LocalDate;

/** Months as an Act counts them: from a day to the day before the corresponding one, or to the end of a month that has none. */
public final class Months {

    private Months() {}

    /**
     * The last day of a period of {@code months} that begins with {@code first}: for one month from 30 June, 29 July; from 31 January,
     * the last of February. A period of no months ends before it begins.
     */
    public static LocalDate lastDay(LocalDate first, int months) {
        LocalDate corresponding = first.plusMonths(months);
        boolean exists = corresponding.getDayOfMonth() == first.getDayOfMonth();
        return exists ? corresponding.minusDays(1) : corresponding;
    }
}
