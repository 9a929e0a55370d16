package org.maaledger.kernel.canonical;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A JSON value (RFC 8259), restricted to what I-JSON (RFC 7493) allows: no member twice, numbers within IEEE 754 doubles. */
public sealed interface Json {

    /** An object; its members are sorted by the UTF-16 code units of their names, which is the order of {@link String}. */
    record JsonObject(SortedMap<String, Json> members) implements Json {
        public JsonObject {
            members = Collections.unmodifiableSortedMap(new TreeMap<>(members));
        }
    }

    /** An array. */
    record JsonArray(List<Json> items) implements Json {
        public JsonArray {
            items = List.copyOf(items);
        }
    }

    /** A string without unpaired surrogates. */
    record JsonString(String value) implements Json {}

    /** A finite number. */
    record JsonNumber(double value) implements Json {
        public JsonNumber {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("JSON has no number " + value);
            }
        }
    }

    /** {@code true} or {@code false}. */
    record JsonBoolean(boolean value) implements Json {}

    /** {@code null}. */
    record JsonNull() implements Json {}
}
