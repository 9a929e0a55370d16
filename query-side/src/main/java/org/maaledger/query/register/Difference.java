package org.maaledger.query.register;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs between two moments.
 *
 * @param subject what it is about: the agreement, or a target by its id
 * @param field what of it differs
 * @param before what it was at the first moment, absent where there was nothing
 * @param after what it was at the second, absent where there was nothing
 * @param words the difference as a sentence
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
        String subject,
        String field,
        @Nullable String before,
        @Nullable String after,
        String words) {

    static Difference of(String subject, String field, @Nullable String before, @Nullable String after) {
        String words;
        if (before == null) {
            words = "%s: %s is new: %s.".formatted(subject, field, after);
        } else if (after == null) {
            words = "%s: %s is gone; it was %s.".formatted(subject, field, before);
        } else {
            words = "%s: %s changed from %s to %s.".formatted(subject, field, before, after);
        }
        return new Difference(subject, field, before, after, words);
    }
}
