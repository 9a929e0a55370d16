package org.maaledger.command.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaLevel;

/**
 * The places that a file names and the register lacks. Where a file gives one of them two names, nobody knows whose figures its rows
 * hold, whichever stands first.
 */
final class NewPlaces {

    /** What the file says of a place: the first row that names it, and the first that names it otherwise. */
    private static final class Place {
        private final AreaDetails details;
        private final long line;
        private @Nullable String contradiction;

        private Place(AreaDetails details, long line) {
            this.details = details;
            this.line = line;
        }
    }

    private final Map<AreaCode, Place> places = new LinkedHashMap<>();
    private boolean contradicted;

    /**
     * Takes what a row calls a place, and says what stands against the row; nothing does if the answer is null.
     *
     * @param line the line of the file on which the row begins
     */
    @Nullable String refuses(AreaCode code, String name, AreaLevel level, long line) {
        Place place = places.get(code);
        if (place == null || !place.details.name().equals(name)) {
            AreaDetails details;
            try {
                details = new AreaDetails(
                        name, level, null, null, List.of(), List.of(), List.of(), List.of(), null, null);
            } catch (IllegalArgumentException e) {
                return "%s is not in the area register, and has no name here: %s".formatted(code, e.getMessage());
            }
            if (place == null) {
                places.put(code, new Place(details, line));
                return null;
            }
            if (place.contradiction == null && !AreaBook.isNamed(place.details, name)) {
                contradicted = true;
                place.contradiction =
                        "row %d calls %s %s, row %d %s".formatted(place.line, code, place.details.name(), line, name);
            }
        }
        return place.contradiction;
    }

    /** How many there are. */
    int size() {
        return places.size();
    }

    /** Whether any of them has two names. */
    boolean anyContradicted() {
        return contradicted;
    }

    /** Which rows give a place two names; null if none do. */
    @Nullable String contradiction(AreaCode code) {
        Place place = places.get(code);
        return place == null ? null : place.contradiction;
    }

    /** Gives every one of them as the first row describes it that names it. */
    void each(BiConsumer<AreaCode, AreaDetails> place) {
        places.forEach((code, one) -> place.accept(code, one.details));
    }
}
