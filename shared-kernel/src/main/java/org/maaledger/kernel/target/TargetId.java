package org.maaledger.kernel.target;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.maaledger.kernel.Shape;

/** The id of one target, made by whoever first proposes it, so that a repeated request means the same target. */
public record TargetId(@JsonValue UUID value) {

    @JsonCreator
    public TargetId {}

    /** The id that {@code text} writes as a UUID. */
    public static TargetId of(String text) {
        return new TargetId(Shape.uuid(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
