package org.maaledger.log;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the appender's thread has in hand, and since when: at the end of the program nobody waits for a database that says nothing. */
final class HandedOver {

    private static final Logger LOG = LoggerFactory.getLogger(HandedOver.class);

    private static final long LOOK_AGAIN_MILLIS = 50;

    private record Batch(List<PendingAppend> appends, long taken) {}

    private volatile @Nullable Batch batch;
    private volatile boolean givenUp;

    /** {@code appends} are in hand until {@code work} on them ends, which throws nothing; none while it only looks. */
    void during(List<PendingAppend> appends, Consumer<List<PendingAppend>> work) {
        batch = new Batch(appends, System.nanoTime());
        work.accept(appends);
        batch = null;
    }

    /**
     * Until {@code appender} ends, gives a batch up that it has had for {@code max}, once.
     *
     * @param refuse refuses whatever waits behind it and comes later, and says how many waited
     */
    void giveUpAfter(Duration max, Thread appender, IntSupplier refuse) {
        Thread.ofPlatform().name("log-stopping").daemon().start(() -> {
            while (appender.isAlive()) {
                Batch now = batch;
                if (now != null && System.nanoTime() - now.taken() > max.toNanos()) {
                    giveUp(now, max, refuse);
                    return;
                }
                pause(appender);
            }
        });
    }

    private void giveUp(Batch late, Duration max, IntSupplier refuse) {
        // The database may still do what it was told, so nobody is told that it did not.
        OutcomeUnknown unknown = new OutcomeUnknown("the ledger stops and the database does not answer", null);
        int unanswered = 0;
        for (PendingAppend append : late.appends()) {
            unanswered += append.answer().completeExceptionally(unknown) ? 1 : 0;
        }
        LOG.error(
                "the database has not answered for {} s while the program stops: of {} appends it is unknown whether they were recorded, {} that waited were not",
                max.toSeconds(),
                unanswered,
                refuse.getAsInt());
        givenUp = true;
    }

    /** Waits for the appender, unless it was given up. */
    void awaitEnd(Thread appender) {
        while (appender.isAlive() && !givenUp && !Thread.currentThread().isInterrupted()) {
            pause(appender);
        }
    }

    private static void pause(Thread appender) {
        try {
            appender.join(Duration.ofMillis(LOOK_AGAIN_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
