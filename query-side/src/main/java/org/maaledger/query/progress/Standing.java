package org.maaledger.query.progress;

import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** How a target stands against its trajectory. */
public enum Standing {
    /** At the expected value or better. */
    ON,
    /** Short of the expected value, within the tolerance of the framework edition. */
    AMBER,
    /** Short of the expected value by more than the tolerance. */
    OFF,
    /** There is not enough to tell yet. */
    TOO_EARLY,
    /** It is not told at all, for a stated reason. */
    NOT_JUDGED;

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
