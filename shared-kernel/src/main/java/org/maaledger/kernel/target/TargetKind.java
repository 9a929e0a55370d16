package org.maaledger.kernel.target;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.maaledger.kernel.Shape;

/** Under which regime a target is made. Whether a local improvement target is designated is a fact of its agreement. */
public enum TargetKind {
    /** Agreed in the agreement; may be designated (Local Government and Public Involvement in Health Act 2007, s.109). */
    LOCAL_IMPROVEMENT,
    /** Agreed under the statutory education and early years regime; counted outside the limit and never designated. */
    STATUTORY;

    @JsonCreator
    public static TargetKind of(String text) {
        return Shape.fromKebab(TargetKind.class, text);
    }

    @JsonValue
    @Override
    public String toString() {
        return Shape.kebab(this);
    }
}
