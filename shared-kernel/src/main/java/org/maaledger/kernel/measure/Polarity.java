package org.maaledger.kernel.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** Which direction of an indicator is the better one. */
public enum Polarity {
    HIGHER_IS_BETTER,
    LOWER_IS_BETTER,
    /** The direction has no plain meaning (a compound or neutral indicator): it is never judged red or green. */
    NOT_PLAIN;

    @JsonCreator
    public static Polarity of(String text) {
        return Shape.fromKebab(Polarity.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
