package org.maaledger.query.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.provenance.TextRef;
import org.maaledger.log.AppendContext;
import org.maaledger.query.projection.Facts;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.Things;

/**
 * Aim: a reader whom the database keeps waiting holds nobody else up, and what was erased is not held. Method: a reader that is held up
 * while another asks for the same; a text that is erased after an answer said it.
 */
class KeptAnswersBoundsTest {

    private static final byte[] SALT = new byte[TextRef.SALT_BYTES];
    private static final TextRef TITLE = TextRef.to("the title", SALT);

    private static KeptAnswers answers(QueryLedger ledger) {
        return new KeptAnswers(
                ledger.part(Questions.class),
                ledger.part(Facts.class),
                content -> content.toString().getBytes(StandardCharsets.UTF_8),
                KeptAnswers.BYTES_MAX,
                Duration.ofMillis(50));
    }

    private static KeptAnswers.Question<String> question(Function<Snapshot, String> content) {
        return new KeptAnswers.Question<>(
                "test", List.of(), Things.INSPECTOR, Asked.NOW, Set.of("register"), content, _ -> null);
    }

    @Test
    void a_reader_who_is_held_up_while_an_answer_is_made_holds_nobody_else_up() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            KeptAnswers answers = answers(ledger);
            CountDownLatch making = new CountDownLatch(1);
            CountDownLatch released = new CountDownLatch(1);
            CompletableFuture<Written> first = async(() -> answers.ask(question(_ -> held(making, released, "{}"))));
            try {
                assertThat(making.await(60, TimeUnit.SECONDS)).isTrue();
                CompletableFuture<Written> second = async(() -> answers.ask(question(_ -> "{}")));
                assertThat(second.get(60, TimeUnit.SECONDS).length()).isEqualTo(2);
                assertThat(first).isNotDone();
            } finally {
                released.countDown();
            }
            assertThat(first.get(60, TimeUnit.SECONDS).length()).isEqualTo(2);
        }
    }

    @Test
    void a_reader_who_is_held_up_while_it_reads_the_log_holds_nobody_else_up() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.record(Things.OFFICER, Story.of(31, 3), new AppendContext());
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch released = new CountDownLatch(1);
            RecentChanges changes = new RecentChanges(slow(ledger.part(Facts.class), reading, released));
            assertThat(changes.untouched(new Bearing(), 0, 1))
                    .as("nothing is known")
                    .isFalse();
            CompletableFuture<Boolean> first = async(() -> changes.untouched(new Bearing(), 1, 2));
            try {
                assertThat(reading.await(60, TimeUnit.SECONDS)).isTrue();
                CompletableFuture<Boolean> second = async(() -> changes.untouched(new Bearing(), 1, 2));
                assertThat(second.get(60, TimeUnit.SECONDS)).isFalse();
                assertThat(first).isNotDone();
            } finally {
                released.countDown();
            }
            assertThat(first.get(60, TimeUnit.SECONDS)).isTrue();
            assertThat(changes.untouched(new Bearing(), 1, 2)).isTrue();
        }
    }

    @Test
    void an_answer_that_says_an_erased_text_is_dropped_as_soon_as_it_is_asked_for() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            AppendContext context = new AppendContext();
            context.vault(TITLE, "the title", SALT);
            ledger.record(Things.OFFICER, Story.of(31, 1), context);
            ledger.await();
            KeptAnswers answers = answers(ledger);
            for (int i = 0; i < 2; i++) {
                answers.ask(question(KeptAnswersBoundsTest::title));
            }
            assertThat(answers.counts().given()).isEqualTo(1);
            assertThat(answers.counts().bytes()).isPositive();

            try (Connection owner = ledger.database().owner().getConnection();
                    Statement delete = owner.createStatement()) {
                assertThat(delete.executeUpdate("delete from vault.text")).isEqualTo(1);
            }
            // Though no other answer takes its place.
            assertThatThrownBy(() -> answers.ask(question(KeptAnswersBoundsTest::fault)))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(answers.counts().bytes()).isZero();
        }
    }

    /** On a thread of its own, however few processors there are. */
    private static <T> CompletableFuture<T> async(Supplier<T> task) {
        return CompletableFuture.supplyAsync(
                task, begun -> Thread.ofPlatform().daemon().start(begun));
    }

    private static String title(Snapshot snapshot) {
        snapshot.bears(List.of("test"));
        snapshot.says(TITLE, "the title");
        return "{}";
    }

    private static String fault(Snapshot snapshot) {
        throw new IllegalStateException("as if the database were gone");
    }

    private static <T> T held(CountDownLatch begun, CountDownLatch released, T answer) {
        begun.countDown();
        try {
            assertThat(released.await(120, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return answer;
    }

    /** The log as it is, but that one who reads headlines is held up. */
    private static Facts slow(Facts log, CountDownLatch reading, CountDownLatch released) {
        return (Facts) Proxy.newProxyInstance(
                Facts.class.getClassLoader(), new Class<?>[] {Facts.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(log, arguments);
                    return method.getName().equals("headlines") ? held(reading, released, answer) : answer;
                });
    }
}
