package org.maaledger.kernel.measure;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.maaledger.kernel.Shape;

/**
 * A measured or agreed decimal number, in the unit of its indicator.
 *
 * <p>It is kept in the shortest decimal form, so {@code 8.0} and {@code 8} are the same quantity, and it is a string in JSON,
 * so canonical bytes never depend on how a program prints a float. The bounds (18 digits before the point, 24 after) hold every
 * value of the source series (the longest has 20 after the point); a number outside them is a typing error.
 */
public record Quantity(BigDecimal value) implements Comparable<Quantity> {

    private static final int DIGITS_BEFORE_MAX = 18;
    private static final int DIGITS_AFTER_MAX = 24;
    /** The form in JSON. */
    public static final Pattern FORM = Pattern.compile("-?[0-9]{1,18}(\\.[0-9]{1,24})?");

    public Quantity {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (value.precision() - value.scale() > DIGITS_BEFORE_MAX || value.scale() > DIGITS_AFTER_MAX) {
            throw new IllegalArgumentException("a quantity has at most %d digits before and %d after the point"
                    .formatted(DIGITS_BEFORE_MAX, DIGITS_AFTER_MAX));
        }
    }

    /** The quantity that {@code text} writes in plain decimal notation, such as {@code -12.5}. */
    @JsonCreator
    public static Quantity of(String text) {
        return new Quantity(
                new BigDecimal(Shape.matching("quantity", FORM, text, "write a plain decimal such as 12.5")));
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }

    @Override
    public int compareTo(Quantity other) {
        return value.compareTo(other.value);
    }
}
