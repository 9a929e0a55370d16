package org.maaledger.command.importing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.http.RequestRefused;
import org.maaledger.command.http.WriteRequest;
import org.maaledger.kernel.Shape;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.Office;

/** What a request for an import must have before anything is made of it. */
final class ImportRequest {

    private ImportRequest() {}

    /** Only these offices import. */
    static void allow(Actor actor, Office... offices) {
        if (!List.of(offices).contains(actor.office())) {
            throw new CommandRefused(new ImportNotYours(actor.office()));
        }
    }

    /** The key that every write has. */
    static String key(HttpServletRequest request) {
        return WriteRequest.requireKey(request.getHeader("Idempotency-Key"));
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
