package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Aim: whatever address, parameters and headers somebody sends, they are told what is wrong with them, in one form. Method: the whole
 * program, from outside.
 */
class Bad_requests {

    @Nested
    class With_parameters {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/agreements?page-size=0",
                    "/v1/agreements?page-size=-1",
                    "/v1/agreements?page-size=501",
                    "/v1/agreements?page-size=99999999999999999999",
                    "/v1/agreements?page-size=1e2",
                    "/v1/agreements?page-size=",
                    "/v1/agreements?page-size=%D9%A1",
                    "/v1/agreements?min-position=-1",
                    "/v1/agreements?min-position=99999999999999999999",
                    "/v1/agreements?as-of=-1",
                    "/v1/agreements?as-of=",
                    "/v1/agreements?as-of=99999999999999999999",
                    "/v1/agreements?as-of=yesterday",
                    "/v1/agreements?as-of=2009-02-30",
                    "/v1/agreements?as-of=2009-02-30T00:00:00Z",
                    "/v1/agreements?as-of=2009-02-28",
                    "/v1/agreements?as-of=%00",
                    "/v1/agreements?as-of=%2B999999999-12-31T23:59:59Z",
                    "/v1/agreements?as-of=-999999999-01-01T00:00:00Z",
                    "/v1/agreements?as-of=0000-01-01T00:00:00Z",
                    "/v1/agreements?valid-on=2009-02-30",
                    "/v1/agreements?valid-on=%2B999999999-01-01",
                    "/v1/agreements?valid-on=%00",
                    "/v1/agreements?after=%00",
                    "/v1/agreements?asof=1",
                    "/v1/agreements?as-of=1&as-of=2",
                    "/v1/events?after=-1",
                    "/v1/events?after=99999999999999999999",
                    "/v1/areas?name=%00",
                    "/v1/areas?level=%00",
                    "/v1/areas?level=nonsense",
                    "/v1/indicators?source=%00",
                    "/v1/readings",
                    "/v1/readings?series=%00",
                    "/v1/readings?series=ni:154",
                    "/v1/readings?indicator=%00",
                    "/v1/readings?indicator=ni:154&area=%00",
                    "/v1/readings?indicator=ni:154&group=all",
                    "/v1/readings?indicator=ni:154&area=E06000001&group=%00",
                    "/v1/readings/history",
                    "/v1/agreements/7d444840-9dc0-41d1-b245-5ffdce74fad2/comparison",
                    "/v1/agreements/7d444840-9dc0-41d1-b245-5ffdce74fad2/comparison?from=%00"
                })
        void that_are_wrong_are_told_so(String path) {
            JsonNode problem = Problems.is(TestLedger.get(path), 400, "bad-parameters");
            assertThat(problem.path("errors")).as(path).isNotEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1/agreements?as-of=2199-12-31T23:59:59Z", "/v1/agreements?as-of=999999999999999999"})
        void of_a_moment_that_has_not_come_are_told_so(String path) {
            Problems.is(TestLedger.get(path), 400, "not-yet-recorded");
        }

        @ParameterizedTest
        @ValueSource(strings = {"/v1/agreements?as-of=1801-01-01T00:00:00Z", "/v1/agreements?as-of=0"})
        void of_a_moment_before_everything_are_answered_with_nothing(String path) {
            HttpResponse<String> response = TestLedger.get(path);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(response.body()).contains("\"position\":0");
        }

        @Test
        void whose_names_are_none_are_told_so() {
            Problems.is(TestLedger.get("/v1/agreements?%00=1"), 400, "bad-request");
            Problems.is(TestLedger.get("/v1/agreements?as-of%0a=1"), 400, "bad-request");
        }

        @Test
        void of_a_position_that_is_not_reached_are_told_when_to_ask_again() {
            HttpResponse<String> response = TestLedger.get("/v1/agreements?min-position=999999999");
            Problems.is(response, 503, "position-not-reached");
            assertThat(response.headers().firstValue("Retry-After")).isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/agreements?check=true",
                    "/v1/imports/reference?check=true",
                    "/v1/imports/readings?mapping=ons&file-name=x.csv&chek=true",
                    "/v1/imports/readings?mapping=ons&mapping=lait&file-name=x.csv"
                })
        void that_a_write_does_not_know_are_refused(String path) {
            String type = path.contains("imports/readings") ? "text/csv" : "application/json";
            HttpResponse<String> response = TestLedger.send(TestLedger.request(path)
                    .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token("ons", "data-provider"))
                    .header("Content-Type", type)
                    .header("Idempotency-Key", TestLedger.newKey())
                    .POST(BodyPublishers.ofString("{}")));
            Problems.is(response, 400, "parameter-unknown");
        }
    }

    @Nested
    class In_a_form_that_nobody_asked_for {

        @ParameterizedTest
        @ValueSource(strings = {"text/csv", "text/event-stream", "application/json", "image/png", "*/*"})
        void are_refused_as_a_problem_whatever_the_caller_accepts(String accept) {
            HttpResponse<String> response = TestLedger.send(
                    TestLedger.signedIn("/v1/events?after=nonsense").header("Accept", accept));
            JsonNode problem = Problems.of(response);
            assertThat(problem.path("code").asText())
                    .isEqualTo(accept.equals("image/png") ? "not-acceptable" : "bad-parameters");
        }

        @ParameterizedTest
        @CsvSource({
            "PUT, /v1/agreements",
            "DELETE, /v1/agreements",
            "PATCH, /v1/agreements",
            "PUT, /v1/agreements/7d444840-9dc0-41d1-b245-5ffdce74fad2",
            "GET, /v1/agreements/7d444840-9dc0-41d1-b245-5ffdce74fad2/signature",
            "POST, /v1/events"
        })
        void are_told_which_methods_there_are(String method, String path) {
            HttpResponse<String> response =
                    TestLedger.send(TestLedger.signedIn(path).method(method, BodyPublishers.noBody()));
            Problems.is(response, 405, "method-not-allowed");
            assertThat(response.headers().firstValue("Allow"))
                    .as("%s %s", method, path)
                    .isPresent();
        }
    }

    @Nested
    class To_an_address {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "/v1/agreements/nonsense",
                    "/v1/agreements/%00",
                    "/v1/agreements/%2f",
                    "/v1/agreements/a%2fb",
                    "/v1/agreements/%5c",
                    "/v1/agreements/%25",
                    "/v1/agreements/%0a",
                    "/v1/agreements/%ff",
                    "/v1/agreements/;a=b",
                    "/v1/agreements;a=b",
                    "/v1/agreements/%3b",
                    "/v1/agreements/..%2f..",
                    "/v1//agreements",
                    "/v1/./agreements",
                    "/v1/areas/%00",
                    "/v1/areas/E06000001%00",
                    "/v1/indicators/ni:154%00",
                    "/v1/targets/%E2%80%AE",
                    "/v1/projections/%00/rebuild",
                    "/problems/%00"
                })
        void that_is_none_are_told_so(String path) throws IOException {
            String answer = RawRequest.send(RawRequest.signedIn("GET " + path, "", ""));
            assertThat(answer).as(path).startsWith("HTTP/1.1 4").contains("application/problem+json");
            Problems.of(
                    Integer.parseInt(answer.substring(9, 12)),
                    answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1),
                    path + ": " + answer);
        }

        @Test
        void by_a_method_that_nobody_speaks_are_told_so() {
            Problems.is(
                    TestLedger.send(TestLedger.signedIn("/v1/agreements").method("NONSENSE", BodyPublishers.noBody())),
                    400,
                    "bad-request");
        }

        @Test
        void that_is_endless_are_told_so() {
            Problems.of(TestLedger.get("/v1/agreements/" + "a".repeat(4_000)));
            Problems.of(TestLedger.get("/v1/agreements?after=" + "a".repeat(4_000)));
        }
    }

    @Nested
    class With_headers {

        private String write(String headers) throws IOException {
            return RawRequest.send(RawRequest.signedIn(
                    "POST /v1/agreements/7d444840-9dc0-41d1-b245-5ffdce74fad2/signature",
                    "Content-Type: application/json\r\nContent-Length: 2\r\n" + headers,
                    "{}"));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                If-Match: *                                                | idempotency-key-missing
                Idempotency-Key: | idempotency-key-unreadable
                Idempotency-Key: a b | idempotency-key-unreadable
                Idempotency-Key: cl\u00e9 | idempotency-key-unreadable
                Idempotency-Key: a,Idempotency-Key: b | idempotency-key-unreadable
                Idempotency-Key: a,If-Match: W/\\"1\\" | if-match-unreadable
                Idempotency-Key: a,If-Match: \\"1\\",If-Match: \\"2\\" | if-match-unreadable
                Idempotency-Key: a,If-Match: 1 | if-match-unreadable
                Idempotency-Key: a,If-Match: \\"99999999999999999999\\" | if-match-unreadable
                Idempotency-Key: a | if-match-missing
                """)
        void that_are_wrong_are_told_so(String headers, String code) throws IOException {
            String answer = write(headers.replace(",", "\r\n").replace("\\", "").strip() + "\r\n");
            assertThat(answer)
                    .startsWith("HTTP/1.1 4")
                    .contains("\"code\":\"" + code + "\"", "application/problem+json");
        }

        @Test
        void that_are_endless_are_told_so() throws IOException {
            assertThat(write("Idempotency-Key: " + "a".repeat(129) + "\r\n"))
                    .contains("\"code\":\"idempotency-key-unreadable\"");
        }

        @Test
        void of_a_version_that_nobody_speaks_are_told_so() throws IOException {
            String answer = RawRequest.send("GET /v1/agreements HTTP/9.9\r\nHost: localhost\r\n\r\n");
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("\"code\":\"bad-request\"");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "GET /v1/agreements HTTP/9.9\r\nHost: localhost\r\n\r\n",
                    "GET /v1/agreements HTTP/1.1\r\n\r\n",
                    "GET /v1/agreements HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                    "GET /v1/agreements HTTP/1.1\r\nHost: a b\r\n\r\n",
                    "GET /v1/agreements HTTP/1.1\r\nHost localhost\r\n\r\n",
                    "POST /v1/agreements HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
                    "POST /v1/agreements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
                    "GET /v1/\u0001 HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "TRACE /v1/agreements HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "CONNECT elsewhere:443 HTTP/1.1\r\nHost: elsewhere:443\r\n\r\n",
                    "GET http://elsewhere/v1/agreements HTTP/1.1\r\nHost: localhost\r\n\r\n",
                    "\u0000\u0001\u0002\r\n\r\n"
                })
        void that_no_client_sends_show_nothing_of_the_server(String request) throws IOException {
            String answer = RawRequest.send(request);
            assertThat(answer)
                    .doesNotContain("<html", "<!doctype", "Tomcat", "Apache", "Exception", "Server:", " 500 ");
            if (!answer.isEmpty()) {
                assertThat(answer).startsWith("HTTP/1.1 ");
            }
        }
    }
}
