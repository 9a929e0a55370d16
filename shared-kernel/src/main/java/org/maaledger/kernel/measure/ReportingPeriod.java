package org.maaledger.kernel.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time that a reading describes: whole months from a first day, or a single date.
 *
 * <p>Stored as an ISO 8601 interval ({@code 2008-04-01/P1Y}, {@code 2008-04-01/P3M}, {@code 2014-01-01/P3Y}) or as a date
 * ({@code 2025-04-30}). Financial years begin on 1 April, academic years on 1 September; a three-year pool is one period of
 * three years. The same time has one form only: {@code P12M} is read as {@code P1Y}.
 *
 * @param start the first day, or the date itself
 * @param months the length in whole months; 0 for a single date
 */
public record ReportingPeriod(LocalDate start, int months) implements Comparable<ReportingPeriod> {

    private static final int MONTHS_MAX = 120 * 12;
    /** The form in JSON. */
    public static final Pattern FORM =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:/P(?:([0-9]{1,3})Y)?(?:([0-9]{1,4})M)?)?");

    public ReportingPeriod {
        if (months < 0 || months > MONTHS_MAX) {
            throw new IllegalArgumentException("a period lasts 0 to %d months, not %d".formatted(MONTHS_MAX, months));
        }
        if (start.getYear() < 1801 || start.getYear() > 2200) {
            throw new IllegalArgumentException("a period begins between 1801 and 2200, not in " + start.getYear());
        }
    }

    /** The period that {@code text} writes as a date or as an ISO 8601 interval of years and months. */
    @JsonCreator
    public static ReportingPeriod of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || text.endsWith("/P")) {
            throw new IllegalArgumentException(
                    "'%s' is not a period: write a date (2009-03-31) or an ISO 8601 interval (2008-04-01/P1Y)"
                            .formatted(text.length() <= 60 ? text : text.substring(0, 57) + "..."));
        }
        int years = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        int months = matcher.group(3) == null ? 0 : Integer.parseInt(matcher.group(3));
        if (text.indexOf('/') >= 0 && years == 0 && months == 0) {
            throw new IllegalArgumentException(
                    "'%s' has no length: write a date, or a length such as P1Y".formatted(text));
        }
        return new ReportingPeriod(date(matcher.group(1)), years * 12 + months);
    }

    /** The financial year that begins on 1 April of {@code year}. */
    public static ReportingPeriod financialYear(int year) {
        return new ReportingPeriod(LocalDate.of(year, 4, 1), 12);
    }

    /** The academic year that begins on 1 September of {@code year}. */
    public static ReportingPeriod academicYear(int year) {
        return new ReportingPeriod(LocalDate.of(year, 9, 1), 12);
    }

    /** The calendar year {@code year}. */
    public static ReportingPeriod calendarYear(int year) {
        return new ReportingPeriod(LocalDate.of(year, 1, 1), 12);
    }

    /** A single date, such as the day of a survey or of a count. */
    public static ReportingPeriod on(LocalDate date) {
        return new ReportingPeriod(date, 0);
    }

    /** The last day that belongs to the period; a reading of it is complete from the following day on. */
    public LocalDate lastDay() {
        return months == 0 ? start : start.plusMonths(months).minusDays(1);
    }

    /** Earlier ending first; of two that end on the same day, the earlier beginning first. */
    @Override
    public int compareTo(ReportingPeriod other) {
        int byEnd = lastDay().compareTo(other.lastDay());
        return byEnd != 0 ? byEnd : start.compareTo(other.start);
    }

    @JsonValue
    @Override
    public String toString() {
        if (months == 0) {
            return start.toString();
        }
        return months % 12 == 0 ? start + "/P" + months / 12 + "Y" : start + "/P" + months + "M";
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'%s' is not a date of the calendar".formatted(text), e);
        }
    }
}
