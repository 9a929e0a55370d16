package org.maaledger.app.watch;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks something up in the database for whoever must not wait for it: measurements and health are most needed when the database
 * does not answer. All who ask until half a second after a look has ended see the same, and nobody waits longer than three seconds from when
 * it began: whoever collects all measurements asks some dozens of times and waits once.
 */
final class BoundedLook<T> implements AutoCloseable {

    /** How long whoever asks waits at most; less than the time limits of those who ask a program for its health. */
    static final Duration PATIENCE = Duration.ofSeconds(3);

    private static final Duration FRESH = Duration.ofMillis(500);

    /** What a look found: a value, or why there is none. */
    sealed interface Sight<T> {

        /** There it is. */
        record Seen<T>(T value) implements Sight<T> {}

        /** It could not be seen, for {@code reason}. */
        record Unseen<T>(String reason) implements Sight<T> {}
    }

    /** @param found and when, as {@link System#nanoTime} counts */
    private record Look<T>(CompletableFuture<Found<T>> found, long begun) {}

    private record Found<T>(Sight<T> sight, long ended) {}

    private final Supplier<T> source;
    private final ExecutorService thread;
    private @Nullable Look<T> latest;

    /** @param source waits as long as it must, with a bound of its own: until it ends there is no further look */
    BoundedLook(String name, Supplier<T> source) {
        this.source = source;
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("look-at-" + name).factory());
    }

    /** What there is to see now. */
    Sight<T> now() {
        Look<T> look = current();
        long left = PATIENCE.toNanos() - (System.nanoTime() - look.begun());
        try {
            return look.found().get(Math.max(0, left), TimeUnit.NANOSECONDS).sight();
        } catch (TimeoutException e) {
            return new Sight.Unseen<>("the database has not answered for %d s".formatted(PATIENCE.toSeconds()));
        } catch (ExecutionException e) {
            return new Sight.Unseen<>(String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Sight.Unseen<>("interrupted");
        }
    }

    private Found<T> look() {
        try {
            return new Found<>(new Sight.Seen<>(source.get()), System.nanoTime());
        } catch (RuntimeException e) {
            return new Found<>(
                    new Sight.Unseen<>(Objects.requireNonNullElse(e.getMessage(), e.toString())), System.nanoTime());
        }
    }

    /** One at a time, however many ask: a database that does not answer is not asked more often for it. */
    private synchronized Look<T> current() {
        Look<T> last = latest;
        if (last == null || isOver(last)) {
            last = new Look<>(CompletableFuture.supplyAsync(this::look, thread), System.nanoTime());
            latest = last;
        }
        return last;
    }

    private static boolean isOver(Look<?> look) {
        return look.found().isDone()
                && (look.found().isCompletedExceptionally()
                        || System.nanoTime() - look.found().join().ended() > FRESH.toNanos());
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
