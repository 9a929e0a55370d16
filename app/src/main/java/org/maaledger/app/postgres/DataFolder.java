package org.maaledger.app.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.maaledger.app.settings.CannotStart;

/**
 * The folder that holds one ledger: the database, its secrets and its server program. At most one process uses it at a time; the
 * operating system drops the claim when that process ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK = "lock";

    /** What this very process has claimed: closing a second handle on the lock file would drop the first one's lock. */
    private static final Set<Path> CLAIMED = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /** Makes the folder if need be and claims it. */
    public static DataFolder claim(Path wanted) {
        return claimIfFree(wanted)
                .orElseThrow(() -> inUse(made(wanted.toAbsolutePath().normalize())));
    }

    /** The same, but empty where a process uses it. */
    static Optional<DataFolder> claimIfFree(Path wanted) {
        Path path = made(wanted.toAbsolutePath().normalize());
        if (!CLAIMED.add(path)) {
            return Optional.empty();
        }
        Optional<DataFolder> claimed = Optional.empty();
        try {
            claimed = locked(path).map(channel -> new DataFolder(path, channel));
            return claimed;
        } finally {
            if (claimed.isEmpty()) {
                CLAIMED.remove(path);
            }
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new CannotStart("The lock of the data folder %s cannot be given back: %s".formatted(path, e), e);
        } finally {
            CLAIMED.remove(path);
        }
    }

    private static Path made(Path path) {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path.getParent());
                Files.createDirectory(path);
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            }
            return path.toRealPath();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static Optional<FileChannel> locked(Path path) {
        try {
            FileChannel channel = FileChannel.open(
                    path.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                return Optional.empty();
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return Optional.of(channel);
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static CannotStart inUse(Path path) {
        String holder = CLAIMED.contains(path) ? "this process" : "process " + holder(path);
        return new CannotStart(
                "The data folder %s is in use by %s: stop that one first, or choose another folder with MAAL_DATA."
                        .formatted(path, holder));
    }

    private static String holder(Path path) {
        try {
            return Files.readString(path.resolve(LOCK)).strip();
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    static CannotStart unwritable(Path path, IOException cause) {
        if (DiskTrouble.isFull(cause.getMessage())) {
            return DiskTrouble.full(path);
        }
        String why = cause instanceof AccessDeniedException ? "this user may not write there" : cause.toString();
        return new CannotStart(
                "The data folder %s cannot be written: %s. Choose another with MAAL_DATA.".formatted(path, why), cause);
    }
}
