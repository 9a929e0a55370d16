package org.maaledger.kernel.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** As what a body belongs to an agreement. */
public enum PartyRole {
    /** A local authority that makes the agreement. */
    MEMBER,
    /** A partner authority that co-operates in it, such as a police authority or a primary care trust. */
    PARTNER;

    @JsonCreator
    public static PartyRole of(String text) {
        return Shape.fromKebab(PartyRole.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
