package org.maaledger.kernel.reading;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.maaledger.kernel.Shape;

/** The part of the population that a reading describes: {@code all}, or a named group such as {@code female}. */
public record GroupCode(@JsonValue String value) implements Comparable<GroupCode> {

    /** The form of a name. */
    public static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

    /** Everybody. */
    public static final GroupCode ALL = new GroupCode("all");

    @JsonCreator
    public GroupCode {
        Shape.matching("group", FORM, value, "use a short name in lower case, or all");
    }

    @Override
    public int compareTo(GroupCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
