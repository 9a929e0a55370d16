package org.maaledger.app.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/** Passes bytes on, counts them and sums them up. Closing it leaves open what they were passed on to. */
final class MeasuredOutput extends FilterOutputStream {

    private final MessageDigest digest = Seal.digest();
    private final LongConsumer progress;
    private long bytes;

    /** Passes on to {@code out}; {@code progress} is told how many bytes went through. */
    MeasuredOutput(OutputStream out, LongConsumer progress) {
        super(out);
        this.progress = progress;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] from, int offset, int length) throws IOException {
        out.write(from, offset, length);
        digest.update(from, offset, length);
        bytes += length;
        progress.accept(bytes);
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    long bytes() {
        return bytes;
    }

    /** To be asked once, at the end. */
    String sha256() {
        return Seal.hex(digest);
    }
}
