package org.maaledger.app.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.maaledger.command.shell.Submission;
import org.maaledger.log.LedgerReader;

/** Aim: what is measured is what happens, and stands in docs/operation.md. Method: acts of every kind, and a look at what is collected. */
class Measurements {

    private static final Path DOCUMENT = Path.of("..", "docs", "operation.md");

    private static HttpResponse<String> asked(String role) {
        return TestLedger.send(TestLedger.request("/actuator/prometheus")
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token("org:operations", role)));
    }

    private static String collected() {
        HttpResponse<String> response = asked("operator");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    /** The value of a series, 0 while there is none. */
    private static double value(String series) {
        return collected()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .findFirst()
                .orElse(0);
    }

    /** A batch is measured when its callers have been answered, and what lies in the database is looked up now and then. */
    private static void awaitPositive(String series) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (value(series) <= 0 && System.nanoTime() < deadline) {
            pause();
        }
        assertThat(value(series)).as(series).isPositive();
    }

    /** Between two looks, so that looking takes little from what is looked at. */
    static void pause() {
        LockSupport.parkNanos(50_000_000);
    }

    /** A place that nothing else of the tests is about. */
    static HttpResponse<String> registerArea(String code) {
        return TestLedger.post("org:statistics", "data-provider", "/v1/areas", """
                {"area": "%s", "source": {"name": "made up for a test"},
                 "details": {"name": "A place", "level": "other", "parents": [], "constituents": [],
                             "formerCodes": [], "aliases": []}}""".formatted(code));
    }

    @Test
    void are_for_operators_and_nobody_else() {
        Problems.is(TestLedger.send(TestLedger.request("/actuator/prometheus")), 401, "token-missing");
        Problems.is(asked("authority-officer"), 403, "forbidden");
        assertThat(asked("operator").statusCode()).isEqualTo(200);
    }

    @Test
    void count_and_time_commands_by_their_name_and_what_they_end_in() {
        String accepted = "maal_commands_seconds_count{command=\"registerArea\",outcome=\"accepted\"}";
        String appends = "maal_log_append_seconds_count";
        double before = value(accepted);
        double appended = value(appends);
        assertThat(registerArea("test:measured").statusCode()).isEqualTo(201);
        assertThat(value(accepted)).isEqualTo(before + 1);
        assertThat(value(appends)).isGreaterThan(appended);
        awaitPositive("maal_log_batch_events_sum");
        awaitPositive("maal_log_head");

        HttpResponse<String> refused = registerArea("test:measured");
        String code = Problems.of(refused).path("code").asText();
        assertThat(value("maal_commands_refused_total{code=\"%s\",command=\"registerArea\"}".formatted(code)))
                .isGreaterThanOrEqualTo(1);
        assertThat(collected()).contains("maal_commands_seconds_bucket{command=\"registerArea\",outcome=\"refused\"");
    }

    @Test
    void have_as_many_series_as_the_program_has_words_whatever_is_asked_for() {
        TestLedger.get("/v1/targets/00000000-0000-4000-8000-0000000000aa");
        TestLedger.get("/v1/made-up-by-a-caller");
        TestLedger.get("/elsewhere/made-up-by-a-caller");
        // A request is measured when its answer is on its way.
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!collected().contains("uri=\"/v1/targets/{targetId}\"") && System.nanoTime() < deadline) {
            pause();
        }
        assertThat(collected())
                .contains("uri=\"/v1/targets/{targetId}\"")
                .doesNotContain("made-up-by-a-caller", "0000000000aa");
    }

    @Test
    void all_stand_in_the_document_and_nothing_stands_there_that_is_not_measured() throws IOException {
        assertThat(registerArea("test:in-the-document").statusCode()).isEqualTo(201);
        registerArea("test:in-the-document");
        TestLedger.send(TestLedger.request("/v1/imports/readings?mapping=ons&file-name=measured.csv&indicator=measured")
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token("org:statistics", "data-provider"))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", TestLedger.newKey())
                .POST(HttpRequest.BodyPublishers.ofString("""
                        areacd,areanm,geography,indicator,period,observation,measure,unit,lci_95,uci_95,status,notes
                        E39000001,Made up,Nation,Claimant Count,2001-01-01/P1Y,1,Percentage,%,,,,
                        """)));
        TestLedger.send(TestLedger.request("/v1/projections/reference/rebuild")
                .header("Authorization", "Bearer " + TestLedger.SIGN_IN.token("org:operations", "operator"))
                .POST(HttpRequest.BodyPublishers.noBody()));
        Set<String> documented = names("`(maal_[a-z_]+)`", Files.readString(DOCUMENT));
        long deadline = System.nanoTime() + 60_000_000_000L;
        Set<String> measured = measured();
        while (!measured.equals(documented) && System.nanoTime() < deadline) {
            pause();
            measured = measured();
        }
        assertThat(measured).isEqualTo(documented);
    }

    /** The largest of each is a series of its own, by which nobody needs to be told what it is. */
    private static Set<String> measured() {
        return names("# TYPE (maal_[a-z_]+) ", collected()).stream()
                .filter(name -> !name.endsWith("_max"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void and_lines_lead_to_events_by_the_id_that_the_answer_names() {
        HttpResponse<String> response = registerArea("test:trail");
        String named = response.headers().firstValue("Correlation-Id").orElseThrow();
        LedgerReader reader = TestLedger.running().context().getBean(LedgerReader.class);
        long position = Problems.read(response.body()).path("position").asLong();
        assertThat(reader.after(position - 1, 1).getFirst().envelope().correlation())
                .isEqualTo(named);
        String actor = reader.after(position - 1, 1).getFirst().actor().id().toString();
        String key = response.request().headers().firstValue("Idempotency-Key").orElseThrow();
        assertThat(Submission.Request.correlation(actor, key)).hasToString(named);
        assertThat(TestLedger.get("/v1/areas").headers().firstValue("Correlation-Id"))
                .isPresent();
    }
}
