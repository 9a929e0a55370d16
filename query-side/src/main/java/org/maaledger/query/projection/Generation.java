package org.maaledger.query.projection;

/**
 * One set of a projection's tables.
 *
 * @param number counted from 1 for each projection; a rebuild makes the next
 * @param revision that of the program that made it: only a program of the same revision knows its tables
 * @param position the newest event that its rows hold
 */
public record Generation(String projection, int number, int revision, long position) {

    /** The schema that holds its tables. */
    public String schema() {
        return "q_" + projection + "_" + number;
    }

    /** The same, come to {@code reached}. */
    Generation at(long reached) {
        return new Generation(projection, number, revision, reached);
    }

    /** This one, if {@code projector} knows its tables; otherwise nothing of them may be written. */
    Generation of(Projector projector) {
        if (revision != projector.revision()) {
            throw NotPrepared.ofAnother(projection, revision, projector.revision());
        }
        return this;
    }

    /** This one, unless a program newer than {@code projector} made it: that one is never undone. */
    Generation notNewerThan(Projector projector) {
        if (revision > projector.revision()) {
            throw NotPrepared.ofAnother(projection, revision, projector.revision());
        }
        return this;
    }
}
