package org.maaledger.app.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.maaledger.app.settings.CannotStart;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL that ship inside the jar, unpacked once beside the data that they serve. */
final class ServerPrograms {

    /** The version of the binaries' artifacts; a test compares it with the build. */
    static final String VERSION = "18.6.0";

    /** The version that a database folder must have been made with. */
    static final String MAJOR = "18";

    private final Path folder;

    private ServerPrograms(Path folder) {
        this.folder = folder;
    }

    /** The programs under {@code parent}, unpacked there if they are not yet. */
    static ServerPrograms under(Path parent) {
        Path folder = parent.resolve("programs-" + VERSION);
        if (!Files.isDirectory(folder)) {
            unpack(folder);
        }
        return new ServerPrograms(folder);
    }

    String command(String name) {
        return folder.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path folder) {
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".new");
        String archive = "/postgres-linux-%s.txz".formatted(architecture());
        try (InputStream packed = ServerPrograms.class.getResourceAsStream(archive)) {
            if (packed == null) {
                throw new CannotStart(
                        "No PostgreSQL ships for this kind of machine (%s, %s): name a server with MAAL_DATABASE_URL."
                                .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
            }
            delete(unfinished);
            try (TarArchiveInputStream tar =
                    new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed, 1 << 16)))) {
                for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                    write(tar, entry, unfinished);
                }
            }
            Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw DataFolder.unwritable(folder, e);
        }
    }

    private static void write(InputStream content, TarArchiveEntry entry, Path root) throws IOException {
        Path path = root.resolve(entry.getName()).normalize();
        if (!path.startsWith(root)) {
            throw new IOException("the archive names a file outside its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, path);
        boolean program = (entry.getMode() & 0111) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
    }

    /** Removes what an interrupted start left behind. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch").toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            default -> "unknown";
        };
    }
}
