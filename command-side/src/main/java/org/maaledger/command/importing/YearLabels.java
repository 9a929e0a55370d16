package org.maaledger.command.importing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.maaledger.command.importing.Mapping.YearKind;
import org.maaledger.kernel.measure.ReportingPeriod;

/**
 * Periods written as labels of years: {@code 2023}, {@code 2015/16}, {@code 2016-17}, {@code 2014-16} (a pool of three calendar
 * years, or of two split years), {@code 2013/14-15/16} (a pool of three split years). What a label means depends on the kind of year
 * of its indicator.
 */
final class YearLabels {

    /** Longer pools than this are typing errors. */
    private static final int YEARS_MAX = 10;

    private static final Pattern SINGLE = Pattern.compile("([0-9]{4})");
    private static final Pattern SPLIT = Pattern.compile("([0-9]{4})/([0-9]{2})");
    private static final Pattern RANGE = Pattern.compile("([0-9]{4})-([0-9]{2})");
    private static final Pattern POOL = Pattern.compile("([0-9]{4})/([0-9]{2})-([0-9]{2})/([0-9]{2})");

    /** The label is of no known form. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
    }

    /** The label is of a form that its kind of year does not have. */
    static final class Unfit extends Exception {
        private static final long serialVersionUID = 1;
    }

    private YearLabels() {}

    /** The period that {@code label} means for a kind of year. */
    static ReportingPeriod read(String label, YearKind kind) throws Unreadable, Unfit {
        Matcher single = SINGLE.matcher(label);
        if (single.matches()) {
            int year = Integer.parseInt(single.group(1));
            return of(kind.namedByItsEnd() && kind.months() > 0 ? year - 1 : year, 1, kind);
        }
        Matcher split = SPLIT.matcher(label);
        if (split.matches()) {
            requireSplitYears(kind);
            int first = Integer.parseInt(split.group(1));
            if (second(first, split.group(2)) != first + 1) {
                throw new Unfit();
            }
            return of(first, 1, kind);
        }
        Matcher range = RANGE.matcher(label);
        if (range.matches()) {
            int first = Integer.parseInt(range.group(1));
            int span = second(first, range.group(2)) - first;
            return of(first, kind.namedByItsEnd() ? span : span + 1, kind);
        }
        Matcher pool = POOL.matcher(label);
        if (pool.matches()) {
            requireSplitYears(kind);
            int first = Integer.parseInt(pool.group(1));
            int last = second(first, pool.group(3));
            if (second(first, pool.group(2)) != first + 1 || second(last, pool.group(4)) != last + 1) {
                throw new Unfit();
            }
            return of(first, last - first + 1, kind);
        }
        throw new Unreadable();
    }

    /** The year after {@code first} that ends in these two digits. */
    private static int second(int first, String digits) {
        int year = first / 100 * 100 + Integer.parseInt(digits);
        return year <= first ? year + 100 : year;
    }

    private static void requireSplitYears(YearKind kind) throws Unfit {
        if (!kind.namedByItsEnd() || kind.months() != 12) {
            throw new Unfit();
        }
    }

    private static ReportingPeriod of(int firstYear, int years, YearKind kind) throws Unreadable, Unfit {
        if (years < 1 || years > YEARS_MAX || (years > 1 && kind.months() != 12)) {
            throw new Unfit();
        }
        try {
            LocalDate start = MonthDay.parse("--" + kind.begins()).atYear(firstYear);
            return new ReportingPeriod(start, kind.months() * years);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private static Unreadable unreadable(RuntimeException cause) {
        Unreadable unreadable = new Unreadable();
        unreadable.initCause(cause);
        return unreadable;
    }
}
