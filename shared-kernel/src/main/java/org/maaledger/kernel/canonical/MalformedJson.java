package org.maaledger.kernel.canonical;

/** The bytes are not JSON as RFC 8785 requires it; the message says where and why. */
public final class MalformedJson extends IllegalArgumentException {

    /** At the character {@code offset}, counted from 0, {@code fault}. */
    MalformedJson(int offset, String fault) {
        super("at character %d: %s".formatted(offset, fault));
    }

    /** The bytes as a whole have a {@code fault}. */
    MalformedJson(String fault, Throwable cause) {
        super(fault, cause);
    }
}
