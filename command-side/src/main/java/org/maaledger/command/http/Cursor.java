package org.maaledger.command.http;

import com.fasterxml.jackson.core.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A place in the body that is being read, and the faults found so far. */
final class Cursor {

    private final JsonParser parser;
    private final StringBuilder pointer = new StringBuilder(32);
    private final List<FieldError> errors = new ArrayList<>(0);

    Cursor(JsonParser parser) {
        this.parser = parser;
    }

    JsonParser parser() {
        return parser;
    }

    List<FieldError> errors() {
        return errors;
    }

    /** Goes down to a field; returns the mark to go {@link #up} to. */
    int down(String field) {
        int mark = pointer.length();
        pointer.append('/').append(sound(field).replace("~", "~0").replace("/", "~1"));
        return mark;
    }

    int down(int index) {
        int mark = pointer.length();
        pointer.append('/').append(index);
        return mark;
    }

    void up(int mark) {
        pointer.setLength(mark);
    }

    /** With a question mark for half of a character (an unpaired surrogate), which no answer can hold. */
    private static String sound(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    void fault(String code, String message) {
        errors.add(new FieldError(pointer.toString(), code, sound(message)));
        if (errors.size() >= Limits.ERRORS_MAX) {
            errors.add(new FieldError("", "too-many", "There are more faults; mend these first."));
            throw RequestRefused.invalid(errors);
        }
    }
}
