package org.maaledger.kernel.area;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** The tier of the local authority that governs an area. */
public enum Tier {
    /** A county, unitary, metropolitan district or London borough: may make a local area agreement. */
    TOP,
    /** A district below a county council. */
    LOWER;

    @JsonCreator
    public static Tier of(String text) {
        return Shape.fromKebab(Tier.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
