package org.maaledger.command.importing;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.http.RequestRefused;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.kernel.Shape;

/** What a request for an import must have before anything is made of it. */
final class ImportRequest {

    private ImportRequest() {}

    /** Every write has a key; see the controller for why none is remembered here. */
    static void requireKey(HttpServletRequest request) {
        WriteRequest.requireKey(request.getHeader("Idempotency-Key"));
    }

    static RequestRefused unacceptable(String detail) {
        return RequestRefused.parameter("import-parameter", detail);
    }

    /** The data set that a file is said to hold, if that is said. */
    static @Nullable DataSet dataSet(@Nullable String given, Mapping mapping) {
        try {
            return given == null ? null : DataSet.said(given, mapping);
        } catch (IllegalArgumentException e) {
            throw unacceptable(String.valueOf(e.getMessage()));
        }
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
}
