package org.maaledger.kernel.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.maaledger.kernel.Shape;

/** The id of one agreement, made by whoever first proposes it, so that a repeated request means the same agreement. */
public record AgreementId(@JsonValue UUID value) {

    @JsonCreator
    public AgreementId {}

    /** The id that {@code text} writes as a UUID. */
    public static AgreementId of(String text) {
        return new AgreementId(Shape.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
