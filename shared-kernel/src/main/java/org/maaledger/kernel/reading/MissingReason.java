package org.maaledger.kernel.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** Why there is no figure for a period. */
public enum MissingReason {
    /** The source has no figure ({@code x} in statistics of the Office for National Statistics). */
    NOT_AVAILABLE,
    /** Withheld because it would disclose something about someone ({@code c}). */
    CONFIDENTIAL,
    /** The question does not arise there ({@code z}). */
    NOT_APPLICABLE,
    /** Withheld because it is too unreliable. */
    UNRELIABLE,
    /** Not collected in that period, as with a survey held every other year. */
    NOT_COLLECTED,
    /** The source leaves it out and does not say why. */
    NOT_STATED;

    @JsonCreator
    public static MissingReason of(String text) {
        return Shape.fromKebab(MissingReason.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
