package org.maaledger.kernel.area;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.maaledger.kernel.Shape;

/**
 * The code of a place: a GSS code ({@code E06000002}), an ITL code ({@code TLC1}), or, for a place that has none, a code of this
 * ledger that says so ({@code maa:tees-valley}, {@code ons2009:20}).
 */
public record AreaCode(@JsonValue String value) implements Comparable<AreaCode> {

    /** The form of a code. */
    public static final Pattern FORM = Pattern.compile("[A-Za-z][A-Za-z0-9:._-]{1,59}");

    @JsonCreator
    public AreaCode {
        Shape.matching("area code", FORM, value, "use a GSS code such as E06000002");
    }

    @Override
    public int compareTo(AreaCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
