package org.maaledger.command.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in one cell or row of a file.
 *
 * @param row the line of the file on which the row begins; the header stands on line 1
 * @param column the name of the column, absent where the whole row is meant
 * @param rule the number of the rule that is broken
 * @param value the beginning of what stands there
 * @param message what the rule asks, or what is known of this case
 * @param remedy how to mend it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"row", "column", "rule", "value", "message", "remedy"})
public record Fault(
        long row,
        @Nullable String column,
        int rule,
        @Nullable String value,
        String message,
        String remedy) {

    private static final int EXCERPT_CHARACTERS = 60;

    /** A fault of a cell. */
    static Fault of(ImportRule rule, long row, @Nullable String column, @Nullable String value) {
        return new Fault(row, column, rule.number(), excerpt(value), rule.says(), rule.remedy());
    }

    /** A fault of which more is known than its rule says. */
    static Fault of(ImportRule rule, long row, @Nullable String column, @Nullable String value, String message) {
        return new Fault(row, column, rule.number(), excerpt(value), message, rule.remedy());
    }

    private static @Nullable String excerpt(@Nullable String value) {
        if (value == null || value.length() <= EXCERPT_CHARACTERS) {
            return value;
        }
        int end = EXCERPT_CHARACTERS - 3;
        return value.substring(0, Character.isHighSurrogate(value.charAt(end - 1)) ? end - 1 : end) + "...";
    }
}
