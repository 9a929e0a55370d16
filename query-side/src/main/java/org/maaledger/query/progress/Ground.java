package org.maaledger.query.progress;

import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** Why a period, or a target, is too early to judge or not judged. */
public enum Ground {
    /** The better direction of the indicator is not plain. */
    POLARITY_NOT_PLAIN("the better direction of this indicator is not plain, so it is never judged"),
    /** No trajectory is agreed. */
    NO_TRAJECTORY("no trajectory was agreed by then"),
    /** The period ended before any agreed trajectory was in force. */
    BEFORE_TRAJECTORY("the period ended before a trajectory was in force"),
    /** The period ended before the first milestone was due. */
    BEFORE_FIRST_MILESTONE("the period ended before the first milestone was due"),
    /** The period ended after the last one that the trajectory is agreed for. */
    AFTER_TARGET("the period ended after that of the target, which expired with it"),
    /** The period is longer or shorter than the one that a value is agreed for. */
    OTHER_LENGTH("the period is longer or shorter than the one that a value is agreed for"),
    /** No reading is on record for a period that could be judged. */
    NO_READING("no reading is on record since the first milestone was due"),
    /** The source has no figure for the period. */
    NO_FIGURE("the source has no figure for this period"),
    /** The readings follow another version of the indicator's definition than the target is bound to. */
    OTHER_DEFINITION("the readings follow another version of the indicator's definition than this target"),
    /** The confidence interval reaches from on course to off course. */
    INTERVAL_STRADDLES("the confidence interval reaches from on course to off course"),
    /** The target was withdrawn. */
    WITHDRAWN("the target was withdrawn");

    private final String words;

    Ground(String words) {
        this.words = words;
    }

    /** The reason in plain words, to follow a colon. */
    public String words() {
        return words;
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
