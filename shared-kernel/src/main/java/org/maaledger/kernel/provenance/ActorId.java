package org.maaledger.kernel.provenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** The opaque id of the person or system that acted. Who it was lies in the vault, never in an event. */
public record ActorId(@JsonValue UUID value) {

    @JsonCreator
    public ActorId {}

    @Override
    public String toString() {
        return value.toString();
    }
}
