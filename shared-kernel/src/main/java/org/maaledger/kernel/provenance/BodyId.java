package org.maaledger.kernel.provenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.maaledger.kernel.Shape;

/**
 * The opaque id of a body that acts or is named: an authority (its area code, {@code E06000002}), a partner
 * ({@code police:cleveland}), a Government Office ({@code go:north-east}), a department, an inspectorate.
 */
public record BodyId(@JsonValue String value) {

    /** The form of an id. */
    public static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9:._-]{1,63}");

    @JsonCreator
    public BodyId {
        Shape.matching("body", FORM, value, "use its code, such as E06000002 or go:north-east");
    }

    @Override
    public String toString() {
        return value;
    }
}
