package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Aim: whatever body somebody sends, they are told what is wrong with it, in one form, and nothing of it is recorded. Method: the
 * whole program, from outside.
 */
class Bad_bodies {

    private static final String SOUND = """
            {"kind": "multi-area-agreement", "title": "A title", "edition": "laa-maa-2008", "from": "2008-04-01",
             "to": "2011-03-31", "area": "E06000001", "responsibleAuthority": "E06000001", "governmentOffice": "go:north-east",
             "members": ["E06000001"], "actedOn": "2008-05-01"}""";

    private static HttpResponse<String> send(String type, BodyPublisher body, String... headers) {
        var request = TestLedger.signedIn("/v1/agreements")
                .header("Content-Type", type)
                .header("Idempotency-Key", TestLedger.newKey())
                .POST(body);
        return TestLedger.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<String> send(byte[] body) {
        return send("application/json", BodyPublishers.ofByteArray(body));
    }

    private static HttpResponse<String> send(String body) {
        return send(body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> faults(HttpResponse<String> response) {
        JsonNode problem = Problems.is(response, 400, "request-invalid");
        return problem.path("errors").findValuesAsText("field");
    }

    @Nested
    class That_cannot_be_read {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "{",
                    "[{]}",
                    "\ufeff{}",
                    "{} {}",
                    "{}garbage",
                    "{'kind': 1}",
                    "{\"kind\": 01}",
                    "{\"kind\": NaN}",
                    "\u0000",
                    "{\"kind\": \"\u0001\"}",
                    "<agreement/>"
                })
        void are_told_so(String body) {
            Problems.is(send(body), 400, "request-unreadable");
        }

        @Test
        void for_their_encoding_are_told_so() {
            Problems.is(
                    send(SOUND.replace("title\"", "t\u00fftle\"").getBytes(StandardCharsets.ISO_8859_1)),
                    400,
                    "request-unreadable");
            Problems.is(send(SOUND.getBytes(StandardCharsets.UTF_16)), 400, "request-unreadable");
            Problems.is(
                    send(new byte[] {'{', '"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"', ':', '1', '}'}),
                    400,
                    "request-unreadable");
        }

        @Test
        void for_their_depth_or_for_one_endless_part_are_told_so() {
            Problems.is(send("[".repeat(100_000)), 400, "request-unreadable");
            Problems.is(send("{\"x\":".repeat(20_000)), 400, "request-unreadable");
            Problems.is(send("{\"x\": " + "9".repeat(100_000) + "}"), 400, "request-unreadable");
            Problems.is(send("{\"" + "x".repeat(100_000) + "\": 1}"), 400, "request-unreadable");
            assertThat(Problems.is(send("{\"title\": \"" + "x".repeat(100_000) + "\"}"), 400, "request-invalid")
                            .path("errors"))
                    .anyMatch(error -> error.path("field").asText().equals("/title"));
        }

        @Test
        void because_they_break_off_are_told_so() throws IOException {
            String answer = RawRequest.send(RawRequest.signedIn(
                    "POST /v1/agreements",
                    "Content-Type: application/json\r\nIdempotency-Key: broken\r\nContent-Length: 1000\r\n",
                    "{\"kind\": "));
            assertThat(answer).startsWith("HTTP/1.1 400 ").contains("application/problem+json", "\"code\":\"");
            String chunked = RawRequest.send(RawRequest.signedIn(
                    "POST /v1/agreements",
                    "Content-Type: application/json\r\nIdempotency-Key: broken\r\nTransfer-Encoding: chunked\r\n",
                    "zz\r\n{}\r\n0\r\n\r\n"));
            assertThat(chunked).startsWith("HTTP/1.1 4").doesNotContain("<html", "Exception");
        }
    }

    @Nested
    class With_wrong_values {

        @ParameterizedTest
        @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
                "from": "2008-04-01"      | "from": "2009-02-30"                | /from
                "from": "2008-04-01"      | "from": 20080401                    | /from
                "from": "2008-04-01"      | "from": 1e999                       | /from
                "from": "2008-04-01"      | "from": null                        | /from
                "from": "2008-04-01"      | "from": ["2008-04-01"]              | /from
                "from": "2008-04-01"      | "from": {"year": 2008}              | /from
                "from": "2008-04-01"      | "from": "2008-04-01", "from": "2008-04-01" | /from
                "area": "E06000001"       | "area": "E0600\\u00001"             | /area
                "area": "E06000001"       | "area": "\\ud800"                   | /area
                "title": "A title"        | "title": "a\\u0000b"                | /title
                "title": "A title"        | "title": "a\\udfffb"                | /title
                "title": "A title"        | "title": ""                         | /title
                "title": "A title"        | "title": true                       | /title
                "edition": "laa-maa-2008" | "edition": "laa\\u0000"             | /edition
                "edition": "laa-maa-2008" | "edition": "\\ud83d"                | /edition
                "kind": "multi-area-agreement" | "kind": "treaty"               | /kind
                "members": ["E06000001"]  | "members": "E06000001"              | /members
                "members": ["E06000001"]  | "members": []                       | /members
                "members": ["E06000001"]  | "members": ["E06000001", 7]         | /members/1
                "members": ["E06000001"]  | "members": {"0": "E06000001"}       | /members
                "actedOn": "2008-05-01"   | "actedOn": "2999-01-01"             | /actedOn
                "actedOn": "2008-05-01"   | "\\ud800": 1                        | /?
                """)
        void are_told_which(String right, String wrong, String field) {
            assertThat(faults(send(SOUND.replace(right, wrong)))).containsExactly(field);
        }

        @Test
        void are_told_all_of_them() {
            assertThat(faults(send("{\"from\": 1, \"to\": \"2009-02-30\", \"colour\": \"blue\"}")))
                    .contains("/from", "/to", "/colour", "/kind", "/title", "/members");
        }

        @ParameterizedTest
        @ValueSource(strings = {"null", "[]", "7", "\"text\"", "true"})
        void in_place_of_an_object_are_told_so(String body) {
            assertThat(faults(send(body))).hasSize(1);
        }

        @Test
        void of_a_length_that_nobody_needs_are_told_so() {
            assertThat(faults(send(SOUND.replace("A title", "x".repeat(10_001)))))
                    .containsExactly("/title");
            assertThat(faults(send(SOUND.replace(
                            "\"E06000001\", \"responsible", "\"" + "E".repeat(60_000) + "\", \"responsible"))))
                    .containsExactly("/area");
        }

        @Test
        void that_only_a_rule_can_know_of_are_refused_in_the_same_form() {
            Problems.is(send(SOUND.replace("laa-maa-2008", "x".repeat(60_000))), 422, "edition-unknown");
        }
    }

    @Nested
    class Of_a_wrong_kind {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "text/plain",
                    "application/xml",
                    "application/x-www-form-urlencoded",
                    "multipart/form-data; boundary=x",
                    "application/json-patch+json",
                    "application/octet-stream"
                })
        void are_told_so(String type) {
            HttpResponse<String> response = send(type, BodyPublishers.ofString(SOUND));
            Problems.is(response, 415, "unsupported-media-type");
            assertThat(response.headers().firstValue("Accept")).hasValue("application/json");
        }

        @Test
        void are_told_so_where_the_kind_is_none() throws IOException {
            for (String header : List.of("", "Content-Type: nonsense\r\n", "Content-Type: \r\n")) {
                String answer = RawRequest.send(RawRequest.signedIn(
                        "POST /v1/agreements", header + "Idempotency-Key: none\r\nContent-Length: 2\r\n", "{}"));
                assertThat(answer).startsWith("HTTP/1.1 415 ").contains("\"code\":\"unsupported-media-type\"");
            }
        }

        @Test
        void because_they_are_packed_are_told_so() throws IOException {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(SOUND.getBytes(StandardCharsets.UTF_8));
            }
            Problems.is(
                    send(
                            "application/json",
                            BodyPublishers.ofByteArray(packed.toByteArray()),
                            "Content-Encoding",
                            "gzip"),
                    415,
                    "content-encoding-unsupported");
            Problems.is(send(packed.toByteArray()), 400, "request-unreadable");
        }

        @Test
        void because_they_are_huge_are_told_so() {
            byte[] huge = new byte[400_000];
            Problems.is(send(huge), 413, "request-too-large");
            Problems.is(
                    send("application/json", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(huge))),
                    413,
                    "request-too-large");
        }
    }

    @Test
    void leave_the_ledger_as_it_was() {
        assertThat(TestLedger.get("/v1/agreements").body()).doesNotContain("A title");
    }
}
