package org.maaledger.query.progress;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;

/**
 * One step of the arithmetic behind a judgement.
 *
 * @param what what is worked out, in words
 * @param sum the sum as it would be written by hand
 * @param result what it comes to
 */
@Schema(name = "ArithmeticStep")
public record Step(String what, String sum, Figure result) {

    static String plain(BigDecimal value) {
        return new Figure(value).toString().replace('-', '−');
    }

    /** The value as the right-hand side of a subtraction: in brackets where it is negative. */
    static String operand(BigDecimal value) {
        return value.signum() < 0 ? "(" + plain(value) + ")" : plain(value);
    }
}
