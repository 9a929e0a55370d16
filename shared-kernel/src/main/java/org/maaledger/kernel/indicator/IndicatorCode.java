package org.maaledger.kernel.indicator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.maaledger.kernel.Shape;

/**
 * The code of an indicator: its source, a colon, its code there. {@code ni:154} is National Indicator 154;
 * {@code ons:claimant-count} and {@code lait:rta} are measures of their sources, near a National Indicator but not the same.
 */
public record IndicatorCode(@JsonValue String value) implements Comparable<IndicatorCode> {

    /** The form of a code. */
    public static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{1,11}:[a-z0-9][a-z0-9.-]{0,119}");

    @JsonCreator
    public IndicatorCode {
        Shape.matching("indicator", FORM, value, "write its source and code, such as ni:154");
    }

    @Override
    public int compareTo(IndicatorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
