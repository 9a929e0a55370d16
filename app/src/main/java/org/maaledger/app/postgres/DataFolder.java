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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.maaledger.app.settings.CannotStart;

/**
 * The folder that holds one ledger: the database, its secrets and its server program. At most one process uses it at a time; the
 * operating system drops the claim when that process ends, however it ends.
 */
public final class DataFolder implements AutoCloseable {

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
        Path path = made(wanted.toAbsolutePath().normalize());
        if (!CLAIMED.add(path)) {
            throw inUse(path, "this process");
        }
        try {
            return new DataFolder(path, locked(path));
        } catch (RuntimeException e) {
            CLAIMED.remove(path);
            throw e;
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

    private static FileChannel locked(Path path) {
        Path file = path.resolve("lock");
        try {
            FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                String holder = Files.readString(file).strip();
                channel.close();
                throw inUse(path, "process " + holder);
            }
            channel.truncate(0);
            channel.write(
                    StandardCharsets.US_ASCII.encode(ProcessHandle.current().pid() + "\n"));
            return channel;
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static CannotStart inUse(Path path, String holder) {
        return new CannotStart(
                "The data folder %s is in use by %s: stop that one first, or choose another folder with MAAL_DATA."
                        .formatted(path, holder));
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
