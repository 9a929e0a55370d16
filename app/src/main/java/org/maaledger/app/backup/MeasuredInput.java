package org.maaledger.app.backup;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/** Hands bytes out, counts them and sums them up. */
final class MeasuredInput extends FilterInputStream {

    private final MessageDigest digest = Seal.digest();
    private final LongConsumer progress;
    private long bytes;

    /** Hands out what {@code in} holds; {@code progress} is told how many bytes went through. */
    MeasuredInput(InputStream in, LongConsumer progress) {
        super(in);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        if (count > 0) {
            digest.update(into, offset, count);
            bytes += count;
            progress.accept(bytes);
        }
        return count;
    }

    long bytes() {
        return bytes;
    }

    /** To be asked once, at the end. */
    String sha256() {
        return Seal.hex(digest);
    }
}
