package org.maaledger.app.backup;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.maaledger.app.settings.CannotStart;

/**
 * The end of a backup file: the SHA-256 of all bytes before it, in 64 hexadecimal digits. They are the last of the archive's comment, so
 * the file goes on being one that any program for archives opens, and not one byte of it can be missing or another unnoticed.
 */
final class Seal {

    private static final int CHARACTERS = 64;
    private static final int BLOCK = 1 << 18;

    private Seal() {}

    /** The comment while the sum is not known. */
    static String blank() {
        return "Backup of a MAA Ledger. SHA-256 of all bytes before this sum: " + "0".repeat(CHARACTERS);
    }

    /** Reads back what was written to {@code file} and ends it with its sum; returns the SHA-256 of the whole. */
    static String put(FileChannel file) throws IOException {
        long end = file.size() - CHARACTERS;
        MessageDigest digest = sum(file, end, position -> {});
        byte[] sum = hex(copy(digest)).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer = ByteBuffer.wrap(sum);
        while (buffer.hasRemaining()) {
            file.write(buffer, end + buffer.position());
        }
        digest.update(sum);
        return hex(digest);
    }

    /** Refuses a file that does not end with the sum of what comes before. */
    static void check(Path path, FileChannel file, Progress progress) throws IOException {
        long end = file.size() - CHARACTERS;
        if (end < 0) {
            throw broken(path);
        }
        String sum = hex(sum(file, end, position -> progress.tell("Checking " + path.getFileName(), position, end)));
        ByteBuffer said = ByteBuffer.allocate(CHARACTERS);
        read(file, said, end);
        if (!sum.equals(StandardCharsets.US_ASCII.decode(said.flip()).toString())) {
            throw broken(path);
        }
    }

    static CannotStart broken(Path path) {
        return new CannotStart(
                "%s is no whole backup of a ledger: it was cut off or altered, or is something else. Nothing was changed; take another copy of it, or an older backup."
                        .formatted(path));
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's own SHA-256 can be copied", e);
        }
    }

    private static MessageDigest sum(FileChannel file, long end, LongConsumer progress) throws IOException {
        MessageDigest digest = digest();
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (long position = 0; position < end; position += block.limit()) {
            block.clear().limit((int) Math.min(BLOCK, end - position));
            read(file, block, position);
            digest.update(block.flip());
            progress.accept(position);
        }
        return digest;
    }

    private static void read(FileChannel file, ByteBuffer block, long position) throws IOException {
        while (block.hasRemaining()) {
            if (file.read(block, position + block.position()) < 0) {
                throw new EOFException("the file became shorter while it was read");
            }
        }
    }
}
