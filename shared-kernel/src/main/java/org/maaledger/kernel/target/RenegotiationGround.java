package org.maaledger.kernel.target;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** Why parties ask to change an agreed target, after the cases found in council papers of 2008 to 2010. */
public enum RenegotiationGround {
    /** Circumstances that nobody foresaw, such as the recession of 2008. */
    UNFORESEEN_CIRCUMSTANCES,
    /** The definition of the indicator changed. */
    DEFINITION_CHANGED,
    /** The data that the baseline or the target rests on were revised. */
    DATA_REVISED,
    /** A baseline that was missing at signing is now known. */
    BASELINE_ESTABLISHED,
    /** The indicator is no longer collected. */
    INDICATOR_WITHDRAWN,
    /** Priorities of the partners changed. */
    PRIORITIES_CHANGED,
    /** Another ground, told in the text. */
    OTHER;

    @JsonCreator
    public static RenegotiationGround of(String text) {
        return Shape.fromKebab(RenegotiationGround.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
