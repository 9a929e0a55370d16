package org.maaledger.command.config;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.axonframework.common.IdentifierFactory;

/**
 * Gives messages, and so events, identifiers that begin with the time: version 7 of RFC 9562, section 5.7. New ones lie side by side in
 * the index of events, where random ones would each touch another page of it, and have the database write that page whole.
 *
 * <p>The rest is chance of each thread's own, different in every process. An id must be unique and need not be a secret; the source of
 * chance that is fit for secrets is shared by all threads, and each holds up all others while it draws.
 *
 * <p>Axon finds it by its name in {@code META-INF/services}. The order of events is their position, never this.
 */
public final class TimeOrderedIds extends IdentifierFactory {

    private static final int TIME_SHIFT = 16;
    private static final long VERSION_7 = 0x7000L;
    private static final long CHANCE = 0x0fffL;
    private static final long VARIANT = 0x8000_0000_0000_0000L;
    private static final long BELOW_VARIANT = 0x3fff_ffff_ffff_ffffL;

    /** No two processes draw the same, even if they were started in the same moment. */
    private static final long OF_THIS_PROCESS = new SecureRandom().nextLong();

    @Override
    public String generateIdentifier() {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        long time = System.currentTimeMillis() << TIME_SHIFT;
        long high = time | VERSION_7 | (chance.nextLong() & CHANCE);
        long low = VARIANT | ((chance.nextLong() ^ OF_THIS_PROCESS) & BELOW_VARIANT);
        return new UUID(high, low).toString();
    }
}
