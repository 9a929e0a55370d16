package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.log.testing.SampleEvents.at;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;
import org.maaledger.log.testing.SilentProxy;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Aim: a program that stops while the database says nothing tells everybody who waits what is known, and ends. Method: a proxy that passes
 * nothing any more, and an appender with its usual bounds, which are longer than the test waits.
 */
final class A_stop_in_silence {

    private static final Duration SHORT = Duration.ofMillis(300);

    private LedgerDatabase ledger;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.create();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    private Appender through(SilentProxy proxy) {
        PGSimpleDataSource source = ledger.fresh();
        source.setPortNumbers(new int[] {proxy.port()});
        return new Appender(source, ledger.serializer(), AppenderSettings.defaults());
    }

    private static void awaitHeld(SilentProxy proxy) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!proxy.held() && System.nanoTime() < deadline) {
            Thread.sleep(10);
        }
        assertThat(proxy.held()).isTrue();
    }

    private static @Nullable Object end(CompletableFuture<?> append) {
        return append.orTimeout(10, TimeUnit.SECONDS)
                .handle((_, failure) -> failure)
                .join();
    }

    @Test
    void leaves_the_outcome_unknown_of_what_was_in_hand_and_refuses_what_waited() throws Exception {
        try (SilentProxy proxy = new SilentProxy(ledger.port());
                Appender appender = through(proxy)) {
            appender.append(List.of(at("a", 0)), new AppendContext());
            proxy.fallSilentAt("INSERT INTO ledger.event");
            CompletableFuture<?> inHand = appender.submit(List.of(at("a", 1)), new AppendContext());
            awaitHeld(proxy);
            CompletableFuture<?> waiting = appender.submit(List.of(at("b", 0)), new AppendContext());

            appender.stopping(SHORT);

            assertThat(end(inHand)).isInstanceOf(OutcomeUnknown.class);
            assertThat(end(waiting)).isInstanceOf(LogUnavailable.class);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(appender::close);
            assertThat(end(closing)).as("closing does not wait").isNull();
        }
    }

    @Test
    void gives_up_a_look_as_well() throws Exception {
        try (SilentProxy proxy = new SilentProxy(ledger.port());
                Appender appender = through(proxy)) {
            appender.append(List.of(at("a", 0)), new AppendContext());
            proxy.fallSilent();
            CompletableFuture<?> look = appender.look();
            awaitHeld(proxy);
            CompletableFuture<?> waiting = appender.submit(List.of(at("b", 0)), new AppendContext());

            appender.stopping(SHORT);

            assertThat(end(waiting)).isInstanceOf(LogUnavailable.class);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(appender::close);
            assertThat(end(closing)).as("closing does not wait").isNull();
            assertThat(look).isNotCompletedExceptionally();
        }
    }

    @Test
    void changes_nothing_while_the_database_answers() throws IOException {
        try (SilentProxy proxy = new SilentProxy(ledger.port());
                Appender appender = through(proxy)) {
            appender.stopping(Duration.ofSeconds(60));
            assertThat(appender.append(List.of(at("a", 0)), new AppendContext()))
                    .hasSize(1);
        }
    }
}
