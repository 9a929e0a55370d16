package org.maaledger.log;

import org.jspecify.annotations.Nullable;

/** What stands in the log cannot be read by this program; whoever reads stops there and says so, and never skips. */
public final class CorruptHistory extends RuntimeException {

    private final long position;

    /** At {@code position}, for the reason told. */
    public CorruptHistory(long position, String reason, @Nullable Throwable cause) {
        super("the event at position %d cannot be read: %s".formatted(position, reason), cause);
        this.position = position;
    }

    /** Where in the log; 0 if it is not known. */
    public long position() {
        return position;
    }
}
