package org.maaledger.command.importing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Gives so many bytes and no more: a small packed file can unpack into more than any disk holds. */
final class BoundedBytes extends FilterInputStream {

    private final long bytesMax;
    private long given;

    /** There are more. */
    static final class TooMany extends IOException {
        private static final long serialVersionUID = 1;

        TooMany(long bytesMax) {
            super("it has more than %d bytes".formatted(bytesMax));
        }
    }

    BoundedBytes(InputStream in, long bytesMax) {
        super(in);
        this.bytesMax = bytesMax;
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
        int read = super.read(buffer, from, length);
        count(Math.max(read, 0));
        return read;
    }

    private void count(int more) throws TooMany {
        given += more;
        if (given > bytesMax) {
            throw new TooMany(bytesMax);
        }
    }
}
