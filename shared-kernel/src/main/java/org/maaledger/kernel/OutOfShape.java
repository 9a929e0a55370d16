package org.maaledger.kernel;

import java.util.Locale;

/** A part of a value that has not the shape it must have; it says which part, so that whoever sent it can be shown the place. */
public final class OutOfShape extends IllegalArgumentException {

    private final String what;

    /**
     * Complains of a part.
     *
     * @param what the part in words, such as {@code former codes} or {@code source name}
     * @param fault what is wrong with it, to be read after {@code what}
     */
    OutOfShape(String what, String fault) {
        super(what + " " + fault);
        this.what = what;
    }

    /** Whether the complaint is of the component of a record that has this name. */
    public boolean isOf(String component) {
        String words = component.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return what.equals(component) || what.equals(words) || what.endsWith(" " + words);
    }
}
