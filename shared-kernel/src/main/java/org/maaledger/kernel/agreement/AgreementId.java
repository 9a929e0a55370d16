package org.maaledger.kernel.agreement;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The id of one agreement, made by whoever first proposes it, so that a repeated request means the same agreement. */
public record AgreementId(@JsonValue UUID value) {

    @JsonCreator
    public AgreementId {}

    /** The id that {@code text} writes as a UUID. */
    public static AgreementId of(String text) {
        return new AgreementId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
