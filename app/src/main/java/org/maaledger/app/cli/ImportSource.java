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
 * @param name what the ledger calls it; a published name tells what it is about
 * @param indicator what it is about, if that is said; otherwise empty
 */
record ImportSource(String given, String name, String indicator) {

    private static final String PIPE = "-";

    /** What {@code given} means, if it can be read. */
    static ImportSource of(String given, String name, String indicator) {
        if (given.equals(PIPE)) {
            if (name.isEmpty()) {
                throw new CannotStart(
                        "What comes in by a pipe has no name, and the name of a file of the ONS says what it is about:"
                                + " add --name, such as --name claimant-count.csv.");
            }
            return new ImportSource(given, name, indicator);
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
        return new ImportSource(given, name.isEmpty() ? String.valueOf(file.getFileName()) : name, indicator);
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
