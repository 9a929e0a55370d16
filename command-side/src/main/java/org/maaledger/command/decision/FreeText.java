package org.maaledger.command.decision;

import org.maaledger.kernel.Shape;
import org.maaledger.kernel.provenance.TextRef;

/**
 * A text that somebody wrote, with the salt that hides it: events hold its reference, the vault holds text and salt. Two of them are
 * equal if their references are.
 */
public final class FreeText {

    /** The longest text taken, in characters: several pages, so that a reason need never be shortened. */
    public static final int CHARACTERS_MAX = 10_000;

    private final String text;
    private final byte[] salt;
    private final TextRef ref;

    /** A text under a fresh salt of {@link TextRef#SALT_BYTES}; the edge draws it. */
    public FreeText(String text, byte[] salt) {
        if (text.isBlank() || text.length() > CHARACTERS_MAX) {
            throw new IllegalArgumentException(
                    "a text has 1 to %d characters, not only white space".formatted(CHARACTERS_MAX));
        }
        Shape.refuseUnprintable(
                "text", text.replace("\r\n", " ").replace('\n', ' ').replace('\t', ' '));
        this.text = text;
        this.salt = salt.clone();
        this.ref = TextRef.to(text, salt);
    }

    public String text() {
        return text;
    }

    public byte[] salt() {
        return salt.clone();
    }

    /** What an event holds in place of the text. */
    public TextRef ref() {
        return ref;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FreeText that && ref.equals(that.ref);
    }

    @Override
    public int hashCode() {
        return ref.hashCode();
    }

    /** The reference only: a text never gets into a log file by way of a message. */
    @Override
    public String toString() {
        return ref.toString();
    }
}
