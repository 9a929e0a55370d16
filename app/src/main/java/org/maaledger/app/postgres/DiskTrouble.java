package org.maaledger.app.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.settings.CannotStart;

/** Tells a disk without room from other trouble, before PostgreSQL meets it and from what PostgreSQL says when it does. */
public final class DiskTrouble {

    /** A new server folder (60 MB of programs, 40 MB of database, 80 MB of log segments) with a little room to work. */
    static final long FIRST_START_BYTES = 200L << 20;

    /** One segment of the database's own log: below that it cannot work on. */
    static final long LATER_START_BYTES = 16L << 20;

    /** A new database without its programs. */
    private static final long NEW_DATABASE_BYTES = 64L << 20;

    private DiskTrouble() {}

    /** Refuses when the disk of {@code folder} has less than {@code bytes} left. */
    static void refuseBelow(long bytes, Path folder) {
        try {
            long left = Files.getFileStore(folder).getUsableSpace();
            if (left < bytes) {
                throw new CannotStart(
                        "The disk of the data folder %s has %d MB left and PostgreSQL needs %d MB: make room, or choose another folder with MAAL_DATA."
                                .formatted(folder, left >> 20, bytes >> 20));
            }
        } catch (IOException e) {
            throw DataFolder.unwritable(folder, e);
        }
    }

    /**
     * Whether want of room explains why a program of PostgreSQL failed: it does not always say so itself, and it removes what it
     * had begun, so the question is whether a new database would fit.
     */
    static boolean explains(String words, Path folder) {
        return isFull(words) || folder.toFile().getUsableSpace() < NEW_DATABASE_BYTES;
    }

    /** Whether {@code words} of the operating system or of PostgreSQL speak of a disk without room. */
    public static boolean isFull(@Nullable String words) {
        return words != null
                && (words.contains("No space left on device")
                        || words.contains("Disk quota exceeded")
                        || words.contains("File too large"));
    }

    static CannotStart full(Path folder) {
        return new CannotStart(
                "The disk of the data folder %s is full: make room, or choose another folder with MAAL_DATA. Nothing that was recorded is lost."
                        .formatted(folder));
    }
}
