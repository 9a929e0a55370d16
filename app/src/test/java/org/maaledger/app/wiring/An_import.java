package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.app.postgres.DatabaseAccess;

/**
 * Aim: files go in over HTTP, through the real server with tokens and all, and nobody's bad manners do harm. Method: raw bodies, forms,
 * and a client that goes away while its file is recorded.
 */
class An_import {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String HEADER =
            "areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes\n";

    private static final int SERIES = 700;
    private static final int YEARS = 10;

    private static String path(String name) {
        return "/v1/imports/readings?mapping=ons&file-name=" + name + ".csv&indicator=" + name;
    }

    private static HttpRequest.Builder request(String name, String type) {
        return TestLedger.request(path(name))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", type)
                .header("Idempotency-Key", "import-" + name);
    }

    private static String token() {
        return TestLedger.SIGN_IN.token("org:statistics", "data-provider");
    }

    private static List<JsonNode> sent(String name, String file) {
        HttpResponse<String> response =
                TestLedger.send(request(name, "text/csv").POST(HttpRequest.BodyPublishers.ofString(file)));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/x-ndjson");
        return response.body().lines().map(An_import::json).toList();
    }

    private static JsonNode json(String line) {
        try {
            return JSON.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }

    /** A file of {@code areas} series, each of as many years. */
    private static String file(int areas) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int area = 0; area < areas; area++) {
            for (int year = 2001; year < 2001 + YEARS; year++) {
                file.append("E%08d,Made up %d,Nation,Claimant Count,%d-01-01/P1Y,%d,Percentage,%%,,,,\n"
                        .formatted(30_000_000 + area, area, year, year - area));
            }
        }
        return file.toString();
    }

    @Test
    void tells_how_far_it_is_and_ends_in_a_report() {
        List<JsonNode> lines = sent("made-up-a", file(3));
        assertThat(lines.getFirst().path("progress").path("doing").asText()).isEqualTo("checking");
        assertThat(lines.get(lines.size() - 2).path("progress"))
                .isEqualTo(json("{\"doing\":\"recording\",\"done\":30,\"of\":30}"));
        JsonNode report = lines.getLast().path("report");
        assertThat(report.path("recorded").asInt()).isEqualTo(30);
        JsonNode again = sent("made-up-a", file(3)).getLast().path("report");
        assertThat(again.path("unchanged").asInt()).isEqualTo(30);
    }

    @Test
    void of_a_file_that_is_refused_whole_is_a_problem_with_its_faults() {
        HttpResponse<String> response = TestLedger.send(
                request("x", "text/csv").POST(HttpRequest.BodyPublishers.ofString("areacd;areanm\nE06000002;M\n")));
        JsonNode problem = Problems.is(response, 422, "file-refused");
        assertThat(problem.at("/faults/0/rule").asInt()).isEqualTo(5);
        assertThat(problem.at("/report/recorded").asInt(-1)).isZero();
    }

    @Test
    void of_a_form_is_refused() {
        HttpResponse<String> response = TestLedger.send(request("x", "multipart/form-data; boundary=b")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x.csv\"\r\n\r\n" + file(1)
                                + "\r\n--b--\r\n")));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(json(response.body()).path("code").asText()).isEqualTo("unsupported-media-type");
    }

    /**
     * Nothing can be recorded while the test holds the table of the log, and it lets go when the client is gone: however fast the machine
     * is, the import finds nobody listening when it has recorded some hundred of the series.
     */
    @Test
    void stops_for_whoever_goes_away_and_importing_again_tells_what_was_recorded() throws IOException, SQLException {
        String file = file(SERIES);
        DatabaseAccess access = TestLedger.running().context().getBean(DatabaseAccess.class);
        try (Connection connection = DriverManager.getConnection(
                        access.url(), access.owner().user(), access.owner().password());
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("LOCK TABLE ledger.event IN EXCLUSIVE MODE");
            leaveWhileRecording("made-up-b", file);
            connection.rollback();
        }
        JsonNode report = sent("made-up-b", file).getLast().path("report");
        assertThat(report.path("recorded").asInt()).as("it had stopped").isPositive();
        assertThat(report.path("recorded").asInt() + report.path("unchanged").asInt())
                .isEqualTo(report.path("accepted").asInt())
                .isEqualTo(SERIES * YEARS);
        JsonNode again = sent("made-up-b", file).getLast().path("report");
        assertThat(again.path("unchanged").asInt()).isEqualTo(SERIES * YEARS);
    }

    /** Sends a file, waits until its recording begins, and breaks the connection. */
    private static void leaveWhileRecording(String name, String file) throws IOException {
        URI address = URI.create(TestLedger.running().address());
        byte[] body = file.getBytes(StandardCharsets.UTF_8);
        String head = """
                POST %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Idempotency-Key: leaving\r
                Content-Type: text/csv\r
                Content-Length: %d\r
                \r
                """.formatted(path(name), token(), body.length);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(body);
            out.flush();
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            String line = lines.readLine();
            while (line != null && !line.contains("recording")) {
                line = lines.readLine();
            }
            assertThat(line).as("the recording has begun").isNotNull();
            socket.setSoLinger(true, 0);
        }
    }
}
