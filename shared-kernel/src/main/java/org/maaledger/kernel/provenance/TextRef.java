package org.maaledger.kernel.provenance;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.maaledger.kernel.Shape;

/**
 * What an event holds in place of free text: a salted commitment, {@code SHA-256(salt || UTF-8 of the text)} in lower-case
 * hexadecimal. Text and salt lie in the vault, from which they can be erased without touching the log.
 *
 * @param value 64 hexadecimal digits
 */
public record TextRef(@JsonValue String value) {

    /** Bytes of salt: as many as the digest has, so that a short text cannot be guessed from its commitment. */
    public static final int SALT_BYTES = 32;

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator
    public TextRef {
        Shape.matching("text reference", FORM, value, "it is made by the ledger, never typed");
    }

    /** The commitment to {@code text} under {@code salt}. */
    public static TextRef to(String text, byte[] salt) {
        if (salt.length != SALT_BYTES) {
            throw new IllegalArgumentException("a salt has %d bytes, not %d".formatted(SALT_BYTES, salt.length));
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return new TextRef(HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
