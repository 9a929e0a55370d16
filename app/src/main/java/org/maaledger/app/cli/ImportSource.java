package org.maaledger.app.cli;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maaledger.app.settings.CannotStart;

/**
 * A file to be imported, or what comes in by a pipe.
 *
 * @param given what was typed: a path, or {@code -}
 * @param name what the ledger calls it; the codes of indicators that grow from it are made of this
 */
record ImportSource(String given, String name) {

    private static final String PIPE = "-";

    /** What {@code given} means, if it can be read. */
    static ImportSource of(String given, String name) {
        if (given.equals(PIPE)) {
            if (name.isEmpty()) {
                throw new CannotStart(
                        "What comes in by a pipe has no name, and the readings of the ONS are named after their file:"
                                + " add --name, such as --name claimant-count.csv.");
            }
            return new ImportSource(given, name);
        }
        Path file = Path.of(given);
        if (Files.isDirectory(file)) {
            throw new CannotStart("%s is a folder: name the files in it, such as %s/*.csv.".formatted(given, given));
        }
        if (!Files.exists(file)) {
            throw new CannotStart("There is no file %s.".formatted(given));
        }
        if (!Files.isReadable(file)) {
            throw new CannotStart("The file %s may not be read by this user.".formatted(given));
        }
        return new ImportSource(given, name.isEmpty() ? String.valueOf(file.getFileName()) : name);
    }

    boolean isPipe() {
        return given.equals(PIPE);
    }

    /** The mapping that its name suggests. */
    String likelyMapping() {
        return name.startsWith("lait") ? "lait" : "ons";
    }

    /** Gives its bytes; those of a pipe once only. */
    BodyPublisher bytes() throws IOException {
        return isPipe()
                ? HttpRequest.BodyPublishers.ofInputStream(() -> System.in)
                : HttpRequest.BodyPublishers.ofFile(Path.of(given));
    }

    String mediaType() {
        return name.endsWith(".gz") ? "application/gzip" : "application/octet-stream";
    }
}
