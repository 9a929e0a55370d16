package org.maaledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.app.settings.CannotStart;
import picocli.CommandLine;

/** Aim: whoever types a command reads words, never a stack, a token or what moves the cursor. Method: answers and settings of every kind. */
class What_a_ledger_says {

    private static final String LEDGER = "https://ledger.example.gov.uk";

    @Test
    void in_a_problem_is_told_in_words() {
        String problem = """
                {"title":"A parameter is wrong","status":400,"detail":"There is no mapping 'x'.","code":"import-parameter",
                 "errors":[{"field":"mapping","code":"value","message":"use one of lait, ons"}]}""";
        assertThat(Refusal.of(400, problem).line(LEDGER))
                .isEqualTo("The ledger at " + LEDGER
                        + " refuses: There is no mapping 'x'. mapping: use one of lait, ons.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\"Not found\",\"status\":404}|Not found",
                "{\"timestamp\":1,\"status\":502,\"error\":\"Bad Gateway\",\"path\":\"/v1\"}|Bad Gateway",
                "{\"a\":{\"b\":[1]}}|status 502",
                "[]|status 502"
            })
    void in_another_form_is_not_shown_as_it_is(String body, String said) {
        assertThat(Refusal.of(502, body).line(LEDGER)).contains(said).doesNotContain("{", "[");
    }

    @Test
    void of_a_file_that_it_refuses_whole_is_what_it_says_of_any_other() {
        String problem = """
                {"title":"File refused","status":422,"detail":"Nothing of b.csv is taken: x.","code":"file-refused",
                 "faults":[{"row":1,"rule":5,"message":"m","remedy":"r"},{"row":2,"rule":1,"message":"n","remedy":"s"}],
                 "report":{"rows":0}}""";
        assertThat(Refusal.of(422, problem).ofFile()).isEqualTo("""
                {"fault":{"row":1,"rule":5,"message":"m","remedy":"r"}}
                {"fault":{"row":2,"rule":1,"message":"n","remedy":"s"}}
                {"report":{"rows":0}}
                """);
        assertThat(Refusal.of(422, "{\"code\":\"idempotency-key-reused\"}").ofFile())
                .isEmpty();
    }

    @Test
    void cannot_move_the_cursor_whatever_stands_in_a_cell() {
        ObjectNode fault = new ObjectMapper().createObjectNode();
        fault.put("row", 2)
                .put("rule", 12)
                .put("column", "area\u0007")
                .put("value", "\u001b]0;title\u0007\u009b2J\u202eevil\u200b\r\n")
                .put("message", "m")
                .put("remedy", "r");
        assertThat(ImportSummary.fault("a\u001b.csv", fault))
                .isEqualTo("a\\u001b.csv:2: rule 12, column area\\u0007, "
                        + "'\\u001b]0;title\\u0007\\u009b2J\\u202eevil\\u200b\\u000d\\u000a': m. To mend it: r.");
        assertThat(Printable.line("Ynys Môn, 東京 😀 £")).isEqualTo("Ynys Môn, 東京 😀 £");
    }

    @Test
    void that_goes_wrong_is_told_in_a_line_that_moves_nothing() {
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(CommandLine.Model.CommandSpec.create()).setErr(new PrintWriter(err, true));
        CannotStart failure = new CannotStart("There is no file a\u001b[2J.csv.");
        assertThat(LedgerCommandLine.explained(failure, line)).isEqualTo(1);
        assertThat(err.toString().strip()).isEqualTo("maal: There is no file a\\u001b[2J.csv.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"se\ncret", "se cret", "se\u0000cret", "secrét", "secret\u007f"})
    void of_a_token_that_is_none_does_not_hold_the_token(String token) {
        assertThatThrownBy(() -> LedgerClient.ofEnvironment(Map.of("MAAL_TOKEN", token)))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MAAL_TOKEN")
                .hasMessageNotContaining("cr")
                .hasNoCause();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:99999", "http://localhost:-1", "http://user@localhost"})
    void of_an_address_that_cannot_be_asked_names_the_setting(String address) {
        assertThatThrownBy(() -> LedgerClient.ofEnvironment(Map.of("MAAL_URL", address, "MAAL_TOKEN", "t")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MAAL_URL");
    }

    @Test
    void when_it_is_killed_is_that_the_command_can_be_run_again() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread killed = Thread.ofPlatform().daemon().start(() -> {
                try (Socket socket = server.accept()) {
                    assertThat(socket.getInputStream().read()).isNotNegative();
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            LedgerClient client = LedgerClient.ofEnvironment(
                    Map.of("MAAL_URL", "http://127.0.0.1:" + server.getLocalPort(), "MAAL_TOKEN", "t"));
            assertThatThrownBy(() -> client.post("/v1/imports/reference"))
                    .isInstanceOf(CannotStart.class)
                    .hasMessageContaining("run the command again: nothing is taken twice")
                    .hasMessageNotContaining("\n");
            assertThat(killed).isNotNull();
        }
    }
}
