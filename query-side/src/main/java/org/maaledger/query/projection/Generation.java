package org.maaledger.query.projection;

/**
 * One set of a projection's tables.
 *
 * @param number counted from 1 for each projection; a rebuild makes the next
 * @param position the newest event that its rows hold
 */
public record Generation(String projection, int number, long position) {

    /** The schema that holds its tables. */
    public String schema() {
        return "q_" + projection + "_" + number;
    }
}
