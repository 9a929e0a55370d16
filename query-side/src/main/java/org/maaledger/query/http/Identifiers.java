package org.maaledger.query.http;

import java.util.function.Function;

/** Reads ids and codes from an address, telling which part of it is at fault. */
public final class Identifiers {

    private Identifiers() {}

    /** {@code text} as {@code reading} reads it; a text that it refuses is a fault of the parameter {@code name}. */
    public static <T> T read(String name, String text, Function<String, T> reading) {
        try {
            return reading.apply(text);
        } catch (IllegalArgumentException e) {
            throw new BadParameters(name, "not-readable", String.valueOf(e.getMessage()));
        }
    }
}
