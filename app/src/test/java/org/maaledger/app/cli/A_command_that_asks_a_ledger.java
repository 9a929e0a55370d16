package org.maaledger.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
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

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                asked.add(exchange.getRequestURI().toString());
                exchange.getRequestBody().readAllBytes();
                byte[] answer = "{}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
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
