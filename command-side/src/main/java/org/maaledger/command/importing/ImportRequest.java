package org.maaledger.command.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maaledger.command.http.RequestRefused;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.kernel.Shape;

/** What a request for an import must have before anything is made of it. */
final class ImportRequest {

    private static final int COPY_BYTES = 1 << 16;

    private ImportRequest() {}

    /** Every write has a key; see the controller for why none is remembered here. */
    static void requireKey(HttpServletRequest request) {
        WriteRequest.requireKey(request.getHeader("Idempotency-Key"));
    }

    static RequestRefused unacceptable(String detail) {
        return RequestRefused.parameter("import-parameter", detail);
    }

    /** The name without its folders; it becomes part of the source of every reading. */
    static String fileName(String given, int longest) {
        String name = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        try {
            return Shape.line("file-name", longest, name);
        } catch (IllegalArgumentException e) {
            throw unacceptable(String.valueOf(e.getMessage()));
        }
    }

    /** Puts the body aside into a file, which the caller deletes. */
    static Path putAside(InputStream body, long bytesMax) throws IOException {
        Path file = Files.createTempFile("maal-import-", ".csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[COPY_BYTES];
            long total = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                total += read;
                if (total > bytesMax) {
                    throw RequestRefused.tooLarge(bytesMax);
                }
                out.write(buffer, 0, read);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }
}
