package org.maaledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.app.settings.CannotStart;

/** Aim: whoever types the command knows at its end what became of it. Method: a server that plays a ledger which fills, fails or stalls. */
class A_rebuild {

    private static final Duration LONG = Duration.ofSeconds(60);

    /** What the server says of the projection, one answer after the other; the last for ever. */
    private final Deque<String> states = new ArrayDeque<>();

    /** Not a state: the ledger says nothing of it. */
    private static final String AWAY = "away";

    private HttpServer server;
    private LedgerClient client;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/v1/projections", exchange -> {
            try (exchange) {
                boolean asked = exchange.getRequestMethod().equals("GET");
                boolean known = exchange.getRequestURI().getPath().contains("/register/");
                String state = states.size() > 1 && asked ? states.poll() : states.peek();
                String text = asked
                        ? "{\"position\": 7, \"projections\": [%s]}".formatted(state)
                        : "{\"projection\": \"register\", \"status\": \"rebuilding\", \"generation\": 1}";
                boolean away = asked && state.equals(AWAY);
                byte[] answer = (away ? "{\"detail\": \"starting\"}" : text).getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(away ? 503 : asked ? 200 : known ? 202 : 404, answer.length);
                exchange.getResponseBody().write(answer);
            }
        });
        server.start();
        client = LedgerClient.ofEnvironment(
                Map.of("MAAL_URL", "http://127.0.0.1:" + server.getAddress().getPort(), "MAAL_TOKEN", "token"));
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private void says(State... answers) {
        List.of(answers)
                .forEach(state ->
                        states.add("{\"name\": \"register\", \"generation\": %d, \"position\": 7, \"filling\": %s}"
                                .formatted(state.generation(), state.filling())));
    }

    private record State(int generation, boolean filling) {}

    @Test
    void is_done_when_the_new_tables_answer() {
        says(new State(1, false), new State(1, true), new State(2, true));
        assertThat(RebuildCommand.rebuild(client, "register", LONG)).isZero();
    }

    @Test
    void goes_on_while_the_ledger_says_nothing_of_it() {
        says(new State(1, true));
        states.add(AWAY);
        says(new State(2, false));
        assertThat(RebuildCommand.rebuild(client, "register", LONG)).isZero();
    }

    @Test
    void has_failed_when_the_new_tables_are_gone_and_the_old_ones_answer() {
        says(new State(1, false), new State(1, true), new State(1, false));
        assertThatThrownBy(() -> RebuildCommand.rebuild(client, "register", LONG))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("failed");
    }

    @Test
    void is_waited_for_no_longer_than_was_asked() {
        says(new State(1, true));
        assertThat(RebuildCommand.rebuild(client, "register", Duration.ZERO)).isEqualTo(3);
    }

    @Test
    void of_nothing_is_refused_before_it_begins() {
        says(new State(1, false));
        assertThatThrownBy(() -> RebuildCommand.rebuild(client, "regster", LONG))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("404");
    }
}
