package org.maaledger.kernel.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** What kind of agreement it is. */
public enum AgreementKind {
    /** Of one area: one responsible authority with its partners. */
    LOCAL_AREA_AGREEMENT,
    /** Of several top-tier authorities, and districts that join them, with Government. */
    MULTI_AREA_AGREEMENT;

    @JsonCreator
    public static AgreementKind of(String text) {
        return Shape.fromKebab(AgreementKind.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
