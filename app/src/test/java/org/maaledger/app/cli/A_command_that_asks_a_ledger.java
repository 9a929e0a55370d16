package org.maaledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.app.settings.CannotStart;

/** Aim: a subcommand asks the ledger that MAAL_URL names, wherever it stands. Method: a server that notes what it is asked. */
class A_command_that_asks_a_ledger {

    @TempDir
    Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int status = 200;
    private String answer = "{}";

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().toString());
                exchange.getRequestBody().readAllBytes();
                byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(status, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private LedgerClient client(String path) {
        String address = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        return LedgerClient.ofEnvironment(Map.of("MAAL_URL", address, "MAAL_TOKEN", "token"));
    }

    @Test
    void keeps_the_path_that_its_address_begins_with() throws IOException {
        client("").post("/v1/imports/reference");
        client("/").post("/v1/imports/reference");
        client("/ledger").post("/v1/projections/a name/rebuild");
        Path file = Files.writeString(folder.resolve("figures.csv"), "a,b\n");
        client("/of/the/ledger/")
                .send(ImportSource.of(file.toString(), "", ""), "ons", true)
                .close();
        client("")
                .send(ImportSource.of(file.toString(), "", "claimant-count"), "ons", true)
                .close();
        assertThat(asked)
                .containsExactly(
                        "/v1/imports/reference",
                        "/v1/imports/reference",
                        "/ledger/v1/projections/a%20name/rebuild",
                        "/of/the/ledger/v1/imports/readings?mapping=ons&file-name=figures.csv&check=true",
                        "/v1/imports/readings?mapping=ons&file-name=figures.csv&check=true&indicator=claimant-count");
    }

    @Test
    void hears_of_a_file_that_is_refused_whole_as_of_any_other() throws IOException {
        status = 422;
        answer = "{\"code\":\"file-refused\",\"faults\":[{\"row\":1,\"rule\":9}],\"report\":{\"rows\":0}}";
        Path file = Files.writeString(folder.resolve("figures.csv"), "a,b\n");
        try (InputStream lines = client("").send(ImportSource.of(file.toString(), "", ""), "ons", false)) {
            assertThat(new String(lines.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("{\"fault\":{\"row\":1,\"rule\":9}}\n{\"report\":{\"rows\":0}}\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://ledger.example.gov.uk",
                "http://ledger.example.gov.uk:8080/of/the/ledger",
                "HTTP://ledger.example.gov.uk",
                "http://192.0.2.1",
                "http://[2001:db8::1]:8080",
                "http://0.0.0.0:8080",
                "http://localhost.example.gov.uk",
                "http://127.0.0.1.example.gov.uk"
            })
    void sends_no_token_to_another_machine_where_others_can_read_it(String address) {
        assertThatThrownBy(() -> LedgerClient.ofEnvironment(Map.of("MAAL_URL", address, "MAAL_TOKEN", "token")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MAAL_URL")
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ledger.example.gov.uk",
                "https://192.0.2.1:8443/of/the/ledger",
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://127.0.0.1:8080",
                "http://127.1.2.3/",
                "http://[::1]:8080"
            })
    void sends_its_token_where_nobody_else_can_read_it(String address) {
        assertThatCode(() -> LedgerClient.ofEnvironment(Map.of("MAAL_URL", address, "MAAL_TOKEN", "token")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8080",
                "ftp://localhost",
                "http://",
                "http://a b",
                "http://localhost?x=1",
                "http://localhost#x",
                "ledger"
            })
    void says_in_one_line_when_its_address_is_none(String address) {
        assertThatThrownBy(() -> LedgerClient.ofEnvironment(Map.of("MAAL_URL", address, "MAAL_TOKEN", "token")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("MAAL_URL")
                .hasMessageNotContaining("\n");
    }
}
