package org.maaledger.app.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.jspecify.annotations.Nullable;
import org.maaledger.app.postgres.DiskTrouble;
import org.maaledger.app.settings.CannotStart;

/**
 * A backup while it is written: a zip archive beside its place, which only its owner may read. It takes its place when it is whole and
 * on the disk; closed before that, it is gone.
 */
public final class BackupFile implements AutoCloseable {

    /** The members are hardly smaller with more effort, which costs several times as long. */
    private static final int EFFORT = Deflater.BEST_SPEED;

    private static final int BUFFER = 1 << 16;

    /** Of the random number in the name of a file that is being written. */
    private static final int DIGITS = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final boolean replace;
    private final Path part;
    private final FileChannel channel;
    private final ZipArchiveOutputStream zip;
    private boolean kept;

    private BackupFile(Path file, boolean replace, Path part, FileChannel channel) throws IOException {
        this.file = file;
        this.replace = replace;
        this.part = part;
        this.channel = channel;
        this.zip = new ZipArchiveOutputStream(channel);
        zip.setLevel(EFFORT);
    }

    /** What one member is filled with. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException, SQLException;
    }

    /** A file that is whole: its size, and the SHA-256 of it all. */
    record Finished(long bytes, String sha256) {}

    /**
     * Begins a backup that is to lie at {@code wanted}.
     *
     * @param replace whether it may take the place of a file that lies there
     */
    public static BackupFile begin(Path wanted, boolean replace) {
        Path file = wanted.toAbsolutePath().normalize();
        refuseTaken(file, replace);
        try {
            removeLeftOvers(file);
            byte[] random = new byte[DIGITS / 2];
            RANDOM.nextBytes(random);
            Path part = file.resolveSibling(
                    file.getFileName() + "." + HexFormat.of().formatHex(random) + ".part");
            FileChannel channel = created(part);
            // Whoever begins at the same moment may have taken it for what was left, before it was locked.
            if (!locks(channel) || !Files.exists(part, LinkOption.NOFOLLOW_LINKS)) {
                channel.close();
                throw underWay(part);
            }
            return new BackupFile(file, replace, part, channel);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Where it will lie. */
    public Path path() {
        return file;
    }

    void member(String name, Content content) throws SQLException {
        try {
            zip.putArchiveEntry(new ZipArchiveEntry(name));
            OutputStream buffered = new BufferedOutputStream(zip, BUFFER);
            content.write(buffered);
            buffered.flush();
            zip.closeArchiveEntry();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Ends the archive, makes it durable and puts it in its place. */
    Finished finish() {
        try {
            zip.setComment(Seal.blank());
            zip.finish();
            String sha256 = Seal.put(channel);
            channel.force(true);
            Finished finished = new Finished(channel.size(), sha256);
            place();
            keep();
            return finished;
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** A link takes no place that is taken, whoever took it and when; a rename would. */
    private synchronized void place() throws IOException {
        if (replace) {
            refuseTaken(file, true);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } else {
            try {
                Files.createLink(file, part);
            } catch (FileAlreadyExistsException e) {
                throw taken(file, e);
            } catch (NoSuchFileException e) {
                throw e;
            } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
                refuseTaken(file, false);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
        }
        kept = true;
    }

    /** What fails from here on leaves a whole backup in its place. */
    private void keep() {
        try {
            Files.deleteIfExists(part);
            try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw new CannotStart(
                    "The backup %s is whole and in its place, but the disk did not say that it stays there: %s. Look whether it is there before you rely on it."
                            .formatted(file, e.getMessage()),
                    e);
        }
    }

    /** Removes it, unless it is finished. */
    @Override
    public synchronized void close() {
        try {
            if (channel.isOpen() && !kept) {
                Files.deleteIfExists(part);
            }
            channel.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static FileChannel created(Path part) throws IOException {
        return FileChannel.open(
                part,
                java.util.Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }

    /**
     * What backups to the same place left that were killed; one that is being written is locked. No name is used twice, so what lies
     * under a name is what was locked there, or nothing.
     */
    private static void removeLeftOvers(Path file) throws IOException {
        Pattern ours = Pattern.compile(Pattern.quote(file.getFileName() + ".") + "[0-9a-f]{" + DIGITS + "}\\.part");
        try (DirectoryStream<Path> beside = Files.newDirectoryStream(
                file.getParent(),
                each -> ours.matcher(each.getFileName().toString()).matches())) {
            for (Path part : beside) {
                removeLeftOver(part);
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private static void removeLeftOver(Path part) throws IOException {
        try (FileChannel left = FileChannel.open(part, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            if (!locks(left)) {
                throw underWay(part);
            }
            Files.deleteIfExists(part);
        } catch (NoSuchFileException _) {
            // It has taken its place, or somebody else has removed it.
        }
    }

    /** Whether this process now has the file for itself. */
    private static boolean locks(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void refuseTaken(Path file, boolean replace) {
        if (Files.isDirectory(file)) {
            throw new CannotStart("%s is a folder: name a file in it.".formatted(file));
        }
        if (!replace && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw taken(file, null);
        }
    }

    private static CannotStart taken(Path file, @Nullable IOException cause) {
        String line = "%s exists: name another file, or replace it with --force.".formatted(file);
        return cause == null ? new CannotStart(line) : new CannotStart(line, cause);
    }

    private static CannotStart underWay(Path part) {
        return new CannotStart("Another backup is being written to %s: wait for its end.".formatted(part));
    }

    private static CannotStart unwritable(Path file, IOException e) {
        String why = switch (e) {
            case NoSuchFileException _ -> "its folder does not exist";
            case AccessDeniedException _ -> "this user may not write there";
            case FileAlreadyExistsException _ -> "something else was put there meanwhile";
            default -> DiskTrouble.isFull(e.getMessage()) ? "the disk is full" : String.valueOf(e.getMessage());
        };
        return new CannotStart("The backup %s cannot be written: %s. Nothing is left of it.".formatted(file, why), e);
    }
}
