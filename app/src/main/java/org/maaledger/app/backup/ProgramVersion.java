package org.maaledger.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which release this program is, as the build wrote it into its jar. */
final class ProgramVersion {

    private static final String WRITTEN = "/META-INF/maven/org.maaledger/app/pom.properties";

    private ProgramVersion() {}

    /** The version, or {@code unpackaged} where the classes do not lie in a jar. */
    static String current() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(WRITTEN)) {
            if (in == null) {
                return "unpackaged";
            }
            Properties written = new Properties();
            written.load(in);
            return written.getProperty("version", "unknown");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
