package org.maaledger.query.moment;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;

/** Up to which event the ledger is to be read. */
public sealed interface AsOf {

    /** Up to the newest there is. */
    record Newest() implements AsOf {}

    /** Up to the event at {@code position}; 0 is before the first. */
    record Position(long position) implements AsOf {}

    /** Up to the last event that was recorded at or before {@code instant}. */
    record At(Instant instant) implements AsOf {}

    /** What {@code text} says: a position such as {@code 42}, or an instant such as {@code 2026-01-31T12:00:00Z}. */
    static AsOf of(String text) {
        if (Forms.POSITION.matcher(text).matches()) {
            return new Position(Long.parseLong(text));
        }
        try {
            OffsetDateTime instant = OffsetDateTime.parse(text);
            if (instant.getYear() >= Forms.YEAR_MIN && instant.getYear() <= Forms.YEAR_MAX) {
                return new At(instant.toInstant());
            }
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(Forms.REMEDY, e);
        }
        throw new IllegalArgumentException(Forms.REMEDY);
    }

    /** The forms that this type reads. */
    final class Forms {

        /** 18 digits: every position that fits a long, and no overflow. */
        static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

        /** No ledger was kept before, and no database keeps a time much earlier or later. */
        static final int YEAR_MIN = 1801;

        static final int YEAR_MAX = 2200;

        static final String REMEDY =
                "write a position such as 42, or an instant of 1801 to 2200 with its offset such as 2026-01-31T12:00:00Z";

        private Forms() {}
    }
}
