package org.maaledger.query.http;

/**
 * Which page of a list is asked for.
 *
 * @param after the {@code next} of the page before, empty for the first page
 * @param size how many entries at most
 */
public record Paged(String after, int size) {

    /** A page that nobody asked to be of another size: a screen or two of entries. */
    public static final int SIZE_DEFAULT = 50;

    /** The largest page: bounds the memory and the time of one answer. */
    public static final int SIZE_MAX = 500;

    /** {@link #after} as a position. */
    public long afterPosition() {
        if (after.isEmpty()) {
            return 0;
        }
        if (!after.matches("[0-9]{1,18}")) {
            throw new BadParameters("after", "not-a-place", "write what 'next' said on the page before");
        }
        return Long.parseLong(after);
    }
}
