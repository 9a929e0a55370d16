package org.maaledger.query.register;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.Shape;

/** How far an agreement has come on a day. */
public enum AgreementStatus {
    /** It is being negotiated, and not yet signed. */
    DRAFTING,
    /** It is signed, and its period has not begun. */
    SIGNED,
    /** It is signed, and the day lies in its period. */
    IN_FORCE,
    /** Its period is over. */
    EXPIRED;

    /** The status on {@code day} of an agreement for a period, signed on {@code signedOn} or not at all. */
    static AgreementStatus on(LocalDate day, @Nullable LocalDate signedOn, LocalDate from, LocalDate to) {
        if (signedOn == null) {
            return DRAFTING;
        }
        if (day.isBefore(from)) {
            return SIGNED;
        }
        return day.isAfter(to) ? EXPIRED : IN_FORCE;
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
