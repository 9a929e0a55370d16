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

    /** Up to the last event that was recorded by {@code instant}. */
    record At(Instant instant) implements AsOf {}

    /** What {@code text} says: a position such as {@code 42}, or an instant such as {@code 2026-01-31T12:00:00Z}. */
    static AsOf of(String text) {
        if (Forms.POSITION.matcher(text).matches()) {
            return new Position(Long.parseLong(text));
        }
        try {
            return new At(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "write a position such as 42, or an instant with its offset such as 2026-01-31T12:00:00Z", e);
        }
    }

    /** The forms that this type reads. */
    final class Forms {

        /** 18 digits: every position that fits a long, and no overflow. */
        static final Pattern POSITION = Pattern.compile("[0-9]{1,18}");

        private Forms() {}
    }
}
