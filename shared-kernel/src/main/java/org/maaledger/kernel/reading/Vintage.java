package org.maaledger.kernel.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/**
 * How settled a published figure is. Figures of one period in several vintages stand side by side; the latest in this order is the
 * one in force.
 */
public enum Vintage {
    PROVISIONAL(0),
    /** The source does not say. */
    UNSTATED(1),
    REVISED(2),
    FINAL(3);

    private final int rank;

    Vintage(int rank) {
        this.rank = rank;
    }

    /** How settled it is: 0 the least, 3 the most. */
    public int rank() {
        return rank;
    }

    @JsonCreator
    public static Vintage of(String text) {
        return Shape.fromKebab(Vintage.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
