package org.maaledger.query.progress;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;

/** A number that arithmetic came to, exact and of any size; in JSON a string, as every decimal is. */
public record Figure(BigDecimal value) {

    public Figure {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toPlainString();
    }
}
