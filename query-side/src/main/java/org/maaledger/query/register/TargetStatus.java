package org.maaledger.query.register;

import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** How far a target has come. */
public enum TargetStatus {
    /** Offers are made, and not everybody has consented to the last. */
    PROPOSED,
    /** Every party it relates to and the Government Office have consented to the last offer; the trajectory is not agreed yet. */
    CONSENTED,
    /** A trajectory is agreed. */
    AGREED,
    /** It was taken out. */
    WITHDRAWN;

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
