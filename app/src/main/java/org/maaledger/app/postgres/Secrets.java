package org.maaledger.app.postgres;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/** Passwords that the program made itself, in one file of the data folder that only its user may read. */
public final class Secrets {

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY = PosixFilePermissions.asFileAttribute(
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties kept = new Properties();

    private Secrets(Path file) {
        this.file = file;
    }

    /** The secrets kept in {@code file}; none if it does not exist yet. */
    public static Secrets in(Path file) {
        Secrets secrets = new Secrets(file);
        try {
            if (Files.exists(file)) {
                secrets.kept.load(new StringReader(Files.readString(file)));
            }
        } catch (IOException e) {
            throw DataFolder.unwritable(file, e);
        }
        return secrets;
    }

    /** The secret called {@code name}, made and kept at the first call. It holds 144 random bits and is safe in any quoting. */
    public String of(String name) {
        String secret = kept.getProperty(name);
        if (secret == null) {
            secret = fresh();
            kept.setProperty(name, secret);
            write();
        }
        return secret;
    }

    /** Whether the secret called {@code name} was made already. */
    boolean holds(String name) {
        return kept.containsKey(name);
    }

    /** A secret that nobody has seen yet. */
    public static String fresh() {
        byte[] bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void write() {
        String lines = kept.stringPropertyNames().stream()
                .sorted()
                .map(name -> name + "=" + kept.getProperty(name) + "\n")
                .collect(Collectors.joining());
        writePrivately(file, lines);
    }

    /** Writes a file that only its owner may read: whole and durable, or not at all. */
    public static void writePrivately(Path file, String text) {
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, OWNER_ONLY);
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw DataFolder.unwritable(file, e);
        }
    }
}
