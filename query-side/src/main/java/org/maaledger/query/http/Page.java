package org.maaledger.query.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to give as {@code after} for the following page, absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /** The first {@code size} of {@code found}; if there is one more, the place of the last that is shown is {@code next}. */
    public static <T> Page<T> of(List<T> found, int size, Function<T, String> place) {
        return found.size() <= size
                ? new Page<>(found, null)
                : new Page<>(found.subList(0, size), place.apply(found.get(size - 1)));
    }

    /** The same page with other entries for the same things. */
    public <R> Page<R> with(List<R> others) {
        return new Page<>(others, next);
    }
}
