package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Aim: a close is neither cut short nor waited for for ever. Method: a thread that closes slowly, and a waiter that is interrupted. */
class The_wait_for_an_end {

    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean cutShort;

    private Thread closing() {
        return Thread.ofPlatform().daemon().start(() -> {
            try {
                released.await();
            } catch (InterruptedException e) {
                cutShort = true;
            }
        });
    }

    @Test
    void goes_on_though_whoever_waits_is_interrupted() {
        Thread closing = closing();
        Thread waiter = Thread.currentThread();
        waiter.interrupt();
        // It can only end once the wait was broken off, which takes the interrupt away.
        Thread.ofPlatform().daemon().start(() -> {
            while (waiter.isInterrupted()) {
                LockSupport.parkNanos(1_000_000);
            }
            released.countDown();
        });
        try {
            assertThat(RunningLedger.ended(closing, Duration.ofSeconds(60))).isTrue();
        } finally {
            assertThat(Thread.interrupted()).as("the interrupt is not lost").isTrue();
        }
        assertThat(closing.isAlive()).isFalse();
        assertThat(cutShort).isFalse();
    }

    @Test
    void has_a_bound() {
        Thread closing = closing();
        assertThat(RunningLedger.ended(closing, Duration.ofMillis(20))).isFalse();
        assertThat(closing.isAlive()).isTrue();
        assertThat(cutShort).isFalse();
        released.countDown();
    }
}
