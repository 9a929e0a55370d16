package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Readers are answered in the order in which they came, and whoever has a turn for long holds nobody up for long. */
final class Readers_take_turns {

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void in_the_order_of_arrival() {
        // Nobody goes ahead without a turn here: that would need the clock to move.
        Turns turns = new Turns(1, nanos::get);
        List<Integer> order = new CopyOnWriteArrayList<>();
        try (ExecutorService readers = Executors.newCachedThreadPool()) {
            while (order.isEmpty()) {
                assertThat(turns.take()).isTrue();
                List<CompletableFuture<Void>> waiting = IntStream.range(0, 5)
                        .mapToObj(reader -> {
                            CompletableFuture<Void> one = CompletableFuture.runAsync(
                                    () -> {
                                        if (turns.take()) {
                                            order.add(reader);
                                            turns.leave();
                                        }
                                    },
                                    readers);
                            while (turns.waiting() <= reader && !one.isDone()) {
                                Thread.onSpinWait();
                            }
                            return one;
                        })
                        .toList();
                turns.leave();
                waiting.forEach(CompletableFuture::join);
                nanos.addAndGet(Turns.OPEN.toNanos());
                if (order.size() < 5) {
                    // So slow a machine that somebody waited for too long: once more.
                    order.clear();
                }
            }
        }

        assertThat(order).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void but_do_not_wait_behind_one_who_waits_for_something_else() {
        Turns turns = new Turns(1, nanos::get);
        assertThat(turns.take()).isTrue();

        long begun = System.nanoTime();
        assertThat(turns.take()).as("after the longest wait").isFalse();
        long waited = System.nanoTime() - begun;
        assertThat(waited).isGreaterThanOrEqualTo(Turns.WAIT_MAX.toNanos());

        begun = System.nanoTime();
        for (int i = 0; i < 1_000; i++) {
            assertThat(turns.take()).as("at once").isFalse();
        }
        assertThat(System.nanoTime() - begun).as("a thousand who do not wait").isLessThan(10 * waited);

        nanos.addAndGet(Turns.OPEN.toNanos());
        turns.leave();
        assertThat(turns.take()).as("turns are taken again").isTrue();
    }
}
