package org.maaledger.app.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * Names the code that made a snapshot: a snapshot is a state in the shape of that code, and no other may read it.
 *
 * <p>The name is a digest of the jars that hold the given types. Classes that do not lie in a jar change without notice, so they
 * have a new name at every start.
 */
final class CodeRevision {

    private CodeRevision() {}

    static String of(Class<?>... types) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Class<?> type : types) {
                URL place = type.getProtectionDomain().getCodeSource().getLocation();
                if (!place.getPath().endsWith(".jar") && !place.getPath().endsWith("!/")) {
                    return UUID.randomUUID().toString();
                }
                read(place, digest);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (IOException e) {
            return UUID.randomUUID().toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** A jar inside a jar has an address that ends in an exclamation mark; what stands before it is the jar itself. */
    private static void read(URL place, MessageDigest digest) throws IOException {
        String text = place.toString();
        String jar = text.startsWith("jar:") && text.endsWith("!/") ? text.substring(4, text.length() - 2) : text;
        URLConnection connection = URI.create(jar).toURL().openConnection();
        connection.setUseCaches(false);
        try (InputStream in = new DigestInputStream(connection.getInputStream(), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
