package org.maaledger.app.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.app.identity.TokenRefused.Fault;
import org.maaledger.app.settings.CannotStart;

/**
 * Aim: an issuer that is away, slow or forged harms nobody for longer than it is so. Method: a real one on the loopback address, and a
 * clock that the test sets.
 */
class An_issuer {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
    private LoopbackIssuer issuer;
    private TokenVerifier verifier;

    @BeforeEach
    void open() throws IOException {
        issuer = new LoopbackIssuer();
        verifier = new TokenVerifier(IssuerKeys.of(issuer.address(), now::get), issuer.address(), "maa-ledger");
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    private void later(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }

    private Fault fault(String token) {
        TokenRefused refused = catchThrowableOfType(TokenRefused.class, () -> verifier.verify(token));
        assertThat(refused).as("the token is not accepted").isNotNull();
        return refused.fault();
    }

    private void awaitAsked(int times) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (issuer.asked() < times && System.nanoTime() < deadline) {
            Thread.sleep(5);
        }
        assertThat(issuer.asked()).isEqualTo(times);
    }

    private void accepts(String token) {
        assertThat(verifier.verify(token).subject()).isEqualTo("an-officer");
    }

    @Test
    void is_asked_for_its_keys_once_for_many_tokens() {
        for (int i = 0; i < 20; i++) {
            accepts(issuer.token());
        }
        assertThat(issuer.asked()).as("its configuration, and its keys").isEqualTo(2);
    }

    @Test
    void may_change_its_keys_at_any_time() {
        String before = issuer.token();
        accepts(before);
        later(PublishedKeys.PAUSE);
        issuer.rotate("second");
        accepts(issuer.token());
        assertThat(fault(before)).as("the key was withdrawn").isEqualTo(Fault.REFUSED);
    }

    @Test
    void is_not_asked_again_for_each_forged_token() {
        accepts(issuer.token());
        later(PublishedKeys.PAUSE);
        for (int i = 0; i < 50; i++) {
            assertThat(fault(issuer.token(LoopbackIssuer.key("forged-" + i % 3))))
                    .isEqualTo(Fault.REFUSED);
        }
        assertThat(issuer.asked()).isEqualTo(4);
    }

    @Test
    void that_is_away_at_the_start_is_asked_once_in_a_while_and_trusted_when_it_is_back() {
        issuer.away = true;
        for (int i = 0; i < 20; i++) {
            assertThat(fault(issuer.token())).isEqualTo(Fault.UNCHECKABLE);
        }
        assertThat(issuer.asked()).isEqualTo(1);
        issuer.away = false;
        assertThat(fault(issuer.token())).as("not asked again yet").isEqualTo(Fault.UNCHECKABLE);
        later(PublishedKeys.PAUSE);
        accepts(issuer.token());
    }

    @Test
    void that_is_slow_holds_up_one_request_and_no_other() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        issuer.gate = gate;
        String token = issuer.token();
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<Identity> first = threads.submit(() -> verifier.verify(token));
            awaitAsked(1);
            for (int i = 0; i < 5; i++) {
                assertThat(fault(token)).isEqualTo(Fault.UNCHECKABLE);
            }
            assertThat(first.isDone())
                    .as("the first one waits still, so the others did not wait with it")
                    .isFalse();
            gate.countDown();
            assertThat(first.get(60, TimeUnit.SECONDS).subject()).isEqualTo("an-officer");
        }
    }

    @Test
    void that_never_answers_is_given_up_within_seconds() {
        issuer.gate = new CountDownLatch(1);
        long before = System.nanoTime();
        assertThat(fault(issuer.token())).isEqualTo(Fault.UNCHECKABLE);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void that_goes_away_is_trusted_for_another_hour() {
        accepts(issuer.token());
        issuer.away = true;
        later(PublishedKeys.FRESH);
        accepts(issuer.token());
        later(PublishedKeys.KEPT);
        assertThat(fault(issuer.token())).isEqualTo(Fault.UNCHECKABLE);
    }

    @Test
    void holds_nobody_up_with_tokens_it_has_signed_while_it_is_asked_again() throws Exception {
        accepts(issuer.token());
        later(PublishedKeys.FRESH);
        issuer.gate = new CountDownLatch(1);
        List<Future<Identity>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<Identity> waiting = threads.submit(() -> verifier.verify(issuer.token()));
            awaitAsked(3);
            for (int i = 0; i < 5; i++) {
                answers.add(threads.submit(() -> verifier.verify(issuer.token())));
            }
            for (Future<Identity> answer : answers) {
                assertThat(answer.get(60, TimeUnit.SECONDS).subject()).isEqualTo("an-officer");
            }
            assertThat(waiting.isDone()).as("nobody waited with it").isFalse();
            issuer.gate.countDown();
            assertThat(waiting.get(60, TimeUnit.SECONDS).subject()).isEqualTo("an-officer");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"issuer\": \"https://somebody.example\", \"jwks_uri\": \"%1$s/keys\"}",
                "{\"issuer\": \"%1$s\"}",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"http://keys.example/keys\"}",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"file:///etc/passwd\"}",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/nothing\"}",
                "{\"issuer\": \"%1$s\", \"jwks_uri\": \"%1$s/.well-known/openid-configuration\"}"
            })
    void that_publishes_something_else_is_not_trusted(String configuration) {
        issuer.configuration = configuration.formatted(issuer.address());
        assertThat(fault(issuer.token())).isEqualTo(Fault.UNCHECKABLE);
    }

    @Test
    void that_publishes_without_end_is_given_up() {
        String sound = issuer.configuration;
        issuer.configuration = sound + " ".repeat(300_000);
        assertThat(fault(issuer.token())).isEqualTo(Fault.UNCHECKABLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://sign-in.example", "ftp://localhost", "https://", "sign-in", "http://localhost.example"})
    void is_named_by_an_address_that_nobody_can_stand_before(String address) {
        assertThatThrownBy(() -> IssuerKeys.of(address, now::get)).isInstanceOf(CannotStart.class);
    }
}
