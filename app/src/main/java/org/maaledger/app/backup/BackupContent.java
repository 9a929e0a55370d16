package org.maaledger.app.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.maaledger.app.settings.CannotStart;

/** A backup that was found whole, and of a form and a version that this program can restore. */
public final class BackupContent implements AutoCloseable {

    /** Far more than a manifest has; a file that claims more is none of ours. */
    private static final int MANIFEST_BYTES_MAX = 1 << 20;

    private final Path path;
    private final FileChannel channel;
    private final ZipFile zip;
    private final Manifest manifest;

    private BackupContent(Path path, FileChannel channel, ZipFile zip, Manifest manifest) {
        this.path = path;
        this.channel = channel;
        this.zip = zip;
        this.manifest = manifest;
    }

    /** Opens {@code path}, read to its end and found to be as it was written. */
    public static BackupContent of(Path path, Progress progress) {
        if (!Files.isRegularFile(path)) {
            throw new CannotStart(
                    "%s is not there, or is no file: name a file that ./maal backup wrote.".formatted(path));
        }
        try {
            return opened(path, FileChannel.open(path, StandardOpenOption.READ), progress);
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    Manifest manifest() {
        return manifest;
    }

    Path path() {
        return path;
    }

    /** The rows of one table, unpacked; to be closed by who reads them. */
    InputStream open(Manifest.Member member) throws IOException {
        return open(path, zip, member.file());
    }

    @Override
    public void close() {
        try (channel) {
            zip.close();
        } catch (IOException e) {
            throw unreadable(path, e);
        }
    }

    private static BackupContent opened(Path path, FileChannel channel, Progress progress) throws IOException {
        boolean opened = false;
        try {
            Seal.check(path, channel, progress);
            ZipFile zip = archive(path, channel);
            BackupContent content = new BackupContent(path, channel, zip, manifest(path, zip));
            opened = true;
            return content;
        } finally {
            if (!opened) {
                channel.close();
            }
        }
    }

    private static ZipFile archive(Path path, FileChannel channel) throws IOException {
        try {
            return ZipFile.builder().setSeekableByteChannel(channel).get();
        } catch (ZipException e) {
            throw new CannotStart("%s is no backup of a ledger.".formatted(path), e);
        }
    }

    private static Manifest manifest(Path path, ZipFile zip) throws IOException {
        try (InputStream in = open(path, zip, Manifest.NAME)) {
            return Manifest.read(path, new String(in.readNBytes(MANIFEST_BYTES_MAX), StandardCharsets.UTF_8));
        }
    }

    private static InputStream open(Path path, ZipFile zip, String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new CannotStart("%s is no backup of a ledger: it lacks %s.".formatted(path, name));
        }
        return zip.getInputStream(entry);
    }

    private static CannotStart unreadable(Path path, IOException e) {
        String why = e instanceof AccessDeniedException ? "this user may not" : String.valueOf(e.getMessage());
        return new CannotStart("The backup %s cannot be read: %s. Nothing was changed.".formatted(path, why), e);
    }
}
