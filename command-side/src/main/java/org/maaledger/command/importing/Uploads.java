package org.maaledger.command.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.maaledger.command.http.RequestRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that were sent and wait to be read: few at a time, each of bounded size. A file has no name in its folder from the moment it
 * is made, so the operating system takes it back when the program is done with it, however the program ends.
 */
public final class Uploads {

    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);
    private static final String PREFIX = "import-";
    private static final int COPY_BYTES = 1 << 16;

    private final Path folder;
    private final Bounds bounds;
    private final Semaphore places;

    /**
     * What is taken.
     *
     * @param atOnceMax files at a time
     * @param bytesMax bytes of a file
     * @param timeMax how long a file may take to arrive: whoever sends a byte now and then must not keep a place
     */
    public record Bounds(int atOnceMax, long bytesMax, Duration timeMax) {

        /** Four files of a gigabyte each: a hundred times the largest file, packed; at 5 megabits a second it takes half an hour. */
        public static final Bounds USUAL = new Bounds(4, 1L << 30, Duration.ofMinutes(30));
    }

    /** One file that was sent. */
    final class Upload implements ImportFile, AutoCloseable {
        private final FileChannel channel;
        private final MessageDigest digest;
        private String sha256 = "";

        private Upload(FileChannel channel) {
            this.channel = channel;
            this.digest = digest();
        }

        /** SHA-256 of its bytes, in hexadecimal. */
        String sha256() {
            return sha256;
        }

        @Override
        public InputStream open() throws IOException {
            channel.position(0);
            return new FilterInputStream(Channels.newInputStream(channel)) {
                @Override
                public void close() {
                    // The channel is closed with the upload: the file is gone then.
                }
            };
        }

        @Override
        public void close() {
            try {
                channel.close();
            } catch (IOException e) {
                LOG.warn("A file that was put aside in {} cannot be given back", folder, e);
            } finally {
                places.release();
            }
        }
    }

    /** Files are put aside in {@code folder}, which is made if need be and cleared of what an earlier process left. */
    public Uploads(Path folder, Bounds bounds) {
        this.folder = folder;
        this.bounds = bounds;
        this.places = new Semaphore(bounds.atOnceMax());
        try {
            clear(Files.isDirectory(folder) ? folder : made(folder));
        } catch (IOException e) {
            throw new IllegalStateException("files cannot be put aside in " + folder, e);
        }
    }

    private static Path made(Path folder) throws IOException {
        return Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void clear(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*")) {
            for (Path file : left) {
                LOG.info("Removing {}, which an import left behind", file);
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * Puts the body of a request aside; whoever gets it closes it.
     *
     * @throws RequestRefused if there is no place, before the body is read; or if it is too large, too slow, or not whole, or the disk
     *     is full
     */
    Upload receive(InputStream body) {
        if (!places.tryAcquire()) {
            throw RequestRefused.unavailable(
                    "imports-busy",
                    "Other files are being imported",
                    "%d files at a time are taken. Nothing of this one was. Send it again in a moment."
                            .formatted(bounds.atOnceMax()));
        }
        Upload upload;
        try {
            upload = new Upload(fresh());
        } catch (RuntimeException e) {
            places.release();
            throw e;
        }
        try {
            copy(body, upload);
            upload.sha256 = HexFormat.of().formatHex(upload.digest.digest());
            return upload;
        } catch (RuntimeException | Error e) {
            upload.close();
            throw e;
        }
    }

    private FileChannel fresh() {
        Path file = folder.resolve(PREFIX + Long.toHexString(System.nanoTime()) + "-"
                + Thread.currentThread().threadId());
        try {
            return FileChannel.open(
                    file,
                    Set.of(
                            StandardOpenOption.CREATE_NEW,
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void copy(InputStream body, Upload upload) {
        long deadline = System.nanoTime() + bounds.timeMax().toNanos();
        byte[] buffer = new byte[COPY_BYTES];
        long total = 0;
        for (int read = read(body, buffer); read >= 0; read = read(body, buffer)) {
            total += read;
            if (total > bounds.bytesMax()) {
                throw RequestRefused.tooLarge(bounds.bytesMax());
            }
            if (System.nanoTime() > deadline) {
                throw RequestRefused.tooSlow(bounds.timeMax());
            }
            upload.digest.update(buffer, 0, read);
            write(upload.channel, ByteBuffer.wrap(buffer, 0, read));
        }
    }

    private static int read(InputStream body, byte[] buffer) {
        try {
            return body.read(buffer);
        } catch (IOException e) {
            LOG.debug("A file that was being sent ended before it was whole", e);
            throw RequestRefused.brokenOff();
        }
    }

    private void write(FileChannel channel, ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw noRoom(e);
        }
    }

    private RequestRefused noRoom(IOException cause) {
        LOG.error("A file to be imported cannot be put aside in {}", folder, cause);
        return RequestRefused.unavailable(
                "imports-no-room",
                "The ledger has no room for the file",
                "The file cannot be put aside: %s. Nothing of it was imported. Tell whoever runs the ledger, or send it gzipped."
                        .formatted(cause.getMessage()));
    }
}
