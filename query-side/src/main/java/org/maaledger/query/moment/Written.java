package org.maaledger.query.moment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An answer whose content is written already, to be sent as it is. */
public final class Written {

    private final long position;
    private final LocalDate validOn;
    private final boolean incomplete;
    private final byte[] content;
    private final @Nullable Long version;

    Written(long position, LocalDate validOn, boolean incomplete, byte[] content, @Nullable Long version) {
        this.position = position;
        this.validOn = validOn;
        this.incomplete = incomplete;
        this.content = content;
        this.version = version;
    }

    /** The same content, which holds for a later position as well. */
    Written at(long later) {
        return new Written(later, validOn, incomplete, content, version);
    }

    /** The last event that counts. */
    public long position() {
        return position;
    }

    /** The day that it is answered for. */
    public LocalDate validOn() {
        return validOn;
    }

    /** Whether an event that bears on it could not be applied and waits among the dead letters. */
    public boolean incomplete() {
        return incomplete;
    }

    /** How many events the thing addressed has, absent where several are. */
    public @Nullable Long version() {
        return version;
    }

    /** How many bytes the content has. */
    int length() {
        return content.length;
    }

    /** The content, a JSON object, with {@code members} before its own; these end with a comma. */
    public byte[] beside(byte[] members) {
        byte[] all = new byte[1 + members.length + content.length - 1];
        all[0] = content[0];
        System.arraycopy(members, 0, all, 1, members.length);
        System.arraycopy(content, 1, all, 1 + members.length, content.length - 1);
        return all;
    }
}
