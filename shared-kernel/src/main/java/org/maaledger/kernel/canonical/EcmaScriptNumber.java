package org.maaledger.kernel.canonical;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * Prints a double as ECMAScript does (ECMA-262, Number::toString, radix 10), which RFC 8785 section 3.2.2.3 prescribes.
 *
 * <p>{@link Double#toString(double)} gives the shortest digits that read back as the same number, but never fewer than two; where
 * one digit is enough, ECMAScript prints one ({@code 5e-324}, not {@code 4.9e-324}).
 */
final class EcmaScriptNumber {

    /** Powers of ten from which on ECMAScript writes an exponent. */
    private static final int PLAIN_MAX = 21;

    private static final int PLAIN_MIN = -6;

    private EcmaScriptNumber() {}

    static String print(double number) {
        if (number == 0) {
            return "0";
        }
        long whole = (long) number;
        if (whole == number && Math.abs(whole) < 1L << 53) {
            return Long.toString(whole);
        }
        String sign = number < 0 ? "-" : "";
        BigDecimal shortest = shortest(Math.abs(number));
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        return sign + place(digits, point);
    }

    /** The decimal of fewest digits that reads back as {@code number}, without zeros at its end. */
    private static BigDecimal shortest(double number) {
        BigDecimal shortest = new BigDecimal(Double.toString(number)).stripTrailingZeros();
        if (shortest.precision() == 2) {
            BigDecimal single = new BigDecimal(number).round(new MathContext(1));
            if (single.doubleValue() == number) {
                return single.stripTrailingZeros();
            }
        }
        return shortest;
    }

    /** Puts the decimal point after {@code point} digits; see the steps of Number::toString. */
    private static String place(String digits, int point) {
        int count = digits.length();
        if (point > PLAIN_MAX || point <= PLAIN_MIN) {
            int exponent = point - 1;
            String mantissa = count == 1 ? digits : digits.charAt(0) + "." + digits.substring(1);
            return mantissa + "e" + (exponent > 0 ? "+" : "-") + Math.abs(exponent);
        }
        if (point >= count) {
            return digits + "0".repeat(point - count);
        }
        if (point > 0) {
            return digits.substring(0, point) + "." + digits.substring(point);
        }
        return "0." + "0".repeat(-point) + digits;
    }
}
