package org.maaledger.log;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What texts were read as lately. Events that follow each other say the same day, body or series again and again, and reading such a
 * text costs more than looking it up.
 *
 * @param <T> an immutable value
 */
public final class Recent<T> {

    /** A power of two; each text has one place, and the last one there stays. */
    private static final int PLACES = 1 << 12;

    private record Known<T>(String text, T value) {}

    private final AtomicReferenceArray<@Nullable Known<T>> places = new AtomicReferenceArray<>(PLACES);
    private final Function<String, T> reading;

    /** What {@code reading}, which depends on the text alone, made of texts. */
    public Recent(Function<String, T> reading) {
        this.reading = reading;
    }

    /** What {@code text} says; it fails as the reading fails. */
    public T of(String text) {
        int hash = text.hashCode();
        int place = (hash ^ hash >>> 15) & PLACES - 1;
        Known<T> known = places.get(place);
        if (known != null && known.text().equals(text)) {
            return known.value();
        }
        T value = reading.apply(text);
        places.set(place, new Known<>(text, value));
        return value;
    }
}
