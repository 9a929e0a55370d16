package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Aim: every address behaves the same about tokens and errors. Method: the whole program, from outside. */
class Every_address {

    @Nested
    class Needs_a_token {

        @ParameterizedTest
        @ValueSource(strings = {"/v1/echo", "/v1/nothing", "/v1/agreements", "/elsewhere", "/actuator/env"})
        void and_says_so_without_one(String path) {
            HttpResponse<String> response = TestLedger.send(TestLedger.request(path));
            Problems.is(response, 401, "token-missing");
            assertThat(response.headers().firstValue("WWW-Authenticate")).hasValue("Bearer realm=\"maa-ledger\"");
        }

        @Test
        void and_knows_who_asks_with_one() {
            HttpResponse<String> first = TestLedger.get("/v1/echo");
            assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
            assertThat(first.body()).contains("E06000001", "authority-officer").doesNotContain("an-officer");
            assertThat(TestLedger.get("/v1/echo").body())
                    .as("the same opaque id")
                    .isEqualTo(first.body());
        }

        @ParameterizedTest
        @ValueSource(strings = {"Bearer forged", "Bearer a b", "Basic dXNlcjpwYXNz", "Bearer ", "forged"})
        void and_refuses_a_bad_one(String header) {
            HttpResponse<String> response =
                    TestLedger.send(TestLedger.request("/v1/echo").header("Authorization", header));
            assertThat(response.statusCode()).isEqualTo(401);
            assertThat(response.body()).contains("\"code\":\"token-");
        }

        @Test
        void that_says_for_whom() {
            String token = TestLedger.SIGN_IN.token(claims -> claims.claim("role", "king"));
            Problems.is(
                    TestLedger.send(TestLedger.request("/v1/echo").header("Authorization", "Bearer " + token)),
                    403,
                    "identity-incomplete");
        }

        @Test
        void in_the_header_and_never_in_the_address() {
            String token = TestLedger.SIGN_IN.token();
            Problems.is(TestLedger.send(TestLedger.request("/v1/echo?access_token=" + token)), 401, "token-missing");
        }
    }

    @Nested
    class Explains_its_errors {

        @ParameterizedTest
        @CsvSource({
            "GET, /v1/nothing, 404, not-found",
            "DELETE, /v1/echo, 405, method-not-allowed",
            "GET, /v1/echo/number, 400, bad-request",
            "GET, /v1/echo/number?value=many, 400, bad-request",
            "GET, /problems/no-such-code, 404, not-found"
        })
        void by_status_and_code(String method, String path, int status, String code) {
            Problems.is(
                    TestLedger.send(TestLedger.signedIn(path).method(method, BodyPublishers.noBody())), status, code);
        }

        @Test
        void when_it_cannot_read_or_write_a_form() {
            Problems.is(
                    TestLedger.send(TestLedger.signedIn("/v1/echo")
                            .header("Content-Type", "text/plain")
                            .POST(BodyPublishers.ofString("x"))),
                    415,
                    "unsupported-media-type");
            Problems.is(
                    TestLedger.send(TestLedger.signedIn("/v1/echo").header("Accept", "image/png")),
                    406,
                    "not-acceptable");
        }

        @Test
        void by_an_id_and_nothing_else_when_the_program_fails() {
            fails("/v1/echo/fault");
            fails("/v1/echo/fault-without-a-cause");
        }

        private static void fails(String path) {
            HttpResponse<String> response = TestLedger.get(path);
            Problems.is(response, 500, "fault");
            assertThat(response.body())
                    .containsPattern("\"id\":\"[0-9a-f-]{36}\"")
                    .doesNotContain("secret");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"GET /v1/%zz HTTP/1.1", "GET /v1/{echo} HTTP/1.1", "NONSENSE", "GET /v1/a%2fb HTTP/1.1"})
        void even_when_the_server_cannot_read_the_request(String line) throws IOException {
            String answer = RawRequest.send(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "Apache", "Tomcat", "<html");
        }

        @Test
        void even_when_headers_are_endless() throws IOException {
            String answer = RawRequest.send("GET /v1/echo HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "a".repeat(100_000)
                    + "\r\nConnection: close\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("<html");
        }

        @Test
        void on_a_page_for_each_code() {
            HttpResponse<String> all = TestLedger.send(TestLedger.request("/problems"));
            assertThat(all.statusCode()).isEqualTo(200);
            assertThat(all.body()).contains("token-missing", "fault");
            HttpResponse<String> one = TestLedger.send(TestLedger.request("/problems/token-missing"));
            assertThat(one.body()).contains("\"remedy\"", "Authorization: Bearer");
        }
    }

    @Nested
    class That_is_open {

        @ParameterizedTest
        @ValueSource(strings = {"/v3/api-docs", "/docs", "/actuator/health", "/actuator/health/readiness", "/problems"})
        void answers_without_a_token(String path) {
            HttpResponse<String> response = TestLedger.send(TestLedger.request(path));
            assertThat(response.statusCode()).as(path + ": " + response.body()).isIn(200, 302);
        }
    }
}
