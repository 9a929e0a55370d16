package org.maaledger.query.http;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

/** Aim: every question has its answer, and every bad address its problem. Method: one agreement, asked about from all sides. */
class AskingTest {

    private static final String AGREEMENT = "/v1/agreements/" + TeesValley.AGREEMENT;
    private static final String TARGET = "/v1/targets/" + TeesValley.TARGET;

    private static QueryLedger ledger = QueryLedger.create();

    @BeforeAll
    static void tell() {
        TeesValley.tell(ledger);
        ledger.record(
                Things.OPERATOR, java.time.LocalDate.of(2008, 1, 1), Things.reference(1, new java.util.HashSet<>()));
        ledger.record(
                Things.OPERATOR,
                java.time.LocalDate.of(2008, 1, 1),
                Things.reference(1, new java.util.HashSet<>(java.util.Set.of("area E06000001"))));
        ledger.await();
    }

    @AfterAll
    static void close() {
        ledger.close();
    }

    private static ResultActions ask(Actor actor, String address) throws Exception {
        return ledger.http(actor).perform(get(java.net.URI.create(address)));
    }

    private static ResultActions ask(String address) throws Exception {
        return ask(Things.ANALYST, address);
    }

    @Test
    void an_agreement_is_answered_with_its_position_and_version() throws Exception {
        ask(AGREEMENT)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"3\""))
                .andExpect(header().string("Ledger-Position", "18"))
                .andExpect(jsonPath("$.position").value(18))
                .andExpect(jsonPath("$.incomplete").value(false))
                .andExpect(jsonPath("$.title").value("the title"))
                .andExpect(jsonPath("$.status").value("expired"))
                .andExpect(jsonPath("$.designatedTargets").value(1))
                .andExpect(jsonPath("$.rules.amberTolerance").value("0.1"))
                .andExpect(jsonPath("$.parties.length()").value(3));
    }

    @Test
    void an_agreement_on_a_day_has_the_status_of_that_day() throws Exception {
        ask(AGREEMENT + "?valid-on=2009-01-01").andExpect(jsonPath("$.status").value("in-force"));
        ask(AGREEMENT + "?valid-on=2008-07-01")
                .andExpect(jsonPath("$.status").value("drafting"))
                .andExpect(jsonPath("$.designatedTargets").value(0));
    }

    @Test
    void a_target_is_answered_with_its_trajectories_and_renegotiations() throws Exception {
        ask(TARGET)
                .andExpect(status().isOk())
                .andExpect(header().string("ETag", "\"8\""))
                .andExpect(jsonPath("$.status").value("agreed"))
                .andExpect(jsonPath("$.designated").value(true))
                .andExpect(jsonPath("$.trajectoryInForce").value(2))
                .andExpect(jsonPath("$.trajectories.length()").value(2))
                .andExpect(jsonPath("$.renegotiations[0].approved").value(true))
                .andExpect(jsonPath("$.renegotiations[0].explanation").doesNotExist())
                .andExpect(jsonPath("$.offers[0].consents.length()").value(2));
        ask(TARGET + "?as-of=11")
                .andExpect(header().string("Ledger-Position", "11"))
                .andExpect(header().string("ETag", "\"5\""))
                .andExpect(jsonPath("$.renegotiations.length()").value(0));
        ask(AGREEMENT + "/targets").andExpect(jsonPath("$.items[0].id").value(TeesValley.TARGET.toString()));
    }

    @Test
    void progress_is_judged_by_the_trajectory_in_force_for_each_period() throws Exception {
        ask(TARGET + "/progress")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.progress.standing").value("on"))
                .andExpect(jsonPath("$.progress.judgements[0].standing").value("on"))
                .andExpect(jsonPath("$.progress.judgements[1].standing").value("amber"))
                .andExpect(
                        jsonPath("$.progress.judgements[1].trajectoryVersion").value(1))
                .andExpect(jsonPath("$.progress.judgements[1].actual").value("67"))
                .andExpect(
                        jsonPath("$.progress.judgements[2].trajectoryVersion").value(2))
                .andExpect(jsonPath("$.progress.judgements[2].arithmetic[0].result")
                        .value("70"));
        ask(TARGET + "/progress?as-of=11")
                .andExpect(jsonPath("$.progress.judgements[1].standing").value("off"))
                .andExpect(jsonPath("$.progress.judgements.length()").value(2));
        ask(AGREEMENT + "/progress")
                .andExpect(jsonPath("$.items[0].progress.standing").value("on"));
    }

    @Test
    void readings_are_answered_by_series_or_by_indicator() throws Exception {
        ask("/v1/readings?series=" + TeesValley.SERIES)
                .andExpect(jsonPath("$.items.length()").value(3));
        ask("/v1/readings?indicator=ni:154&area=E06000001&group=all&page-size=2")
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.next").value("ni:154~E06000001~all~2009-04-01/P1Y~provisional"))
                .andExpect(jsonPath("$.items[1].corrects").value(2));
        ask("/v1/readings?indicator=ni:154&after=ni:154~E06000001~all~2009-04-01/P1Y~provisional")
                .andExpect(jsonPath("$.items.length()").value(1));
        ask("/v1/readings?indicator=ni:15")
                .andExpect(jsonPath("$.items.length()").value(0));
    }

    @Test
    void history_tells_who_did_what_in_words_and_as_data() throws Exception {
        ask(AGREEMENT + "/history?page-size=7")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(7))
                .andExpect(jsonPath("$.next").value("7"))
                .andExpect(jsonPath("$.items[0].words").value(containsString("“the title”")))
                .andExpect(jsonPath("$.items[0].enteredLate").value(true))
                .andExpect(jsonPath("$.items[0].office").value("authority-officer"))
                .andExpect(jsonPath("$.items[1].change.offer.value").value("80"));
        ask(AGREEMENT + "/history?after=7")
                .andExpect(jsonPath("$.items[0].event").value("target-designated"));
        ask(TARGET + "/history").andExpect(jsonPath("$.items.length()").value(8));
        ask("/v1/readings/history?series=" + TeesValley.SERIES)
                .andExpect(jsonPath("$.items[*].words").value(hasItem(containsString("corrected to 67"))));
    }

    @Test
    void the_feed_answers_as_json_and_as_a_table() throws Exception {
        ask("/v1/events?after=14&page-size=3")
                .andExpect(jsonPath("$.items[0].position").value(15))
                .andExpect(jsonPath("$.next").value(17))
                .andExpect(jsonPath("$.more").value(true));
        ledger.http(Things.ANALYST)
                .perform(get("/v1/events?page-size=2").accept(MediaType.parseMediaType("text/csv")))
                .andExpect(status().isOk())
                .andExpect(header().string("Ledger-Next", "2"))
                .andExpect(content().string(containsString("position,stream,sequence")));
    }

    @Test
    void a_comparison_says_what_differs() throws Exception {
        ask(AGREEMENT + "/comparison?from=6&to=16")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.from").value(6))
                .andExpect(jsonPath("$.to").value(16))
                .andExpect(jsonPath("$.differences[*].field").value(hasItem("the trajectory in force")))
                .andExpect(
                        jsonPath("$.differences[*].words").value(hasItem(containsString("the day of signing is new"))));
        ask(AGREEMENT + "/comparison?from=16&to=16")
                .andExpect(jsonPath("$.differences.length()").value(0));
    }

    @Test
    void reference_data_and_projections_are_answered() throws Exception {
        ask("/v1/areas").andExpect(jsonPath("$.items[0].details.name").value("Area 1"));
        ask("/v1/areas?name=AREA%201&level=unitary")
                .andExpect(jsonPath("$.items.length()").value(1));
        ask("/v1/areas/E06000001").andExpect(header().string("ETag", "\"1\""));
        ask("/v1/indicators?source=ni").andExpect(jsonPath("$.items[0].code").value("ni:151"));
        ask("/v1/indicators/ni:151").andExpect(jsonPath("$.inForce").value(1));
        ask("/v1/projections").andExpect(jsonPath("$.projections[0].lag").value(0));
    }

    @Test
    void who_may_not_see_a_draft_is_told_that_there_is_none() throws Exception {
        try (QueryLedger other = QueryLedger.create()) {
            TeesValley.draft(other);
            other.await();
            for (String address : new String[] {"", "/targets", "/progress", "/history", "/comparison?from=1"}) {
                other.http(Things.ANALYST).perform(get(AGREEMENT + address)).andExpect(status().isNotFound());
                other.http(Things.OFFICER).perform(get(AGREEMENT + address)).andExpect(status().isOk());
                other.http(Things.INSPECTOR).perform(get(AGREEMENT + address)).andExpect(status().isOk());
            }
            other.http(Things.ANALYST).perform(get(TARGET)).andExpect(status().isNotFound());
            other.http(Things.ANALYST)
                    .perform(get("/v1/agreements"))
                    .andExpect(jsonPath("$.items.length()").value(0));
            other.http(Things.ANALYST)
                    .perform(get("/v1/events"))
                    .andExpect(jsonPath("$.items.length()").value(0))
                    .andExpect(jsonPath("$.next").value(6));
            other.http(Things.OFFICER)
                    .perform(get("/v1/events"))
                    .andExpect(jsonPath("$.items.length()").value(6));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/agreements?as-of=soon, as-of",
        "/v1/agreements?as-of=-1, as-of",
        "/v1/agreements?as-of=999999, as-of",
        "/v1/agreements?as-of=2999-01-01T00:00:00Z, as-of",
        "/v1/agreements?as-of=1e999, as-of",
        "/v1/agreements?valid-on=2009-02-30, valid-on",
        "/v1/agreements?min-position=many, min-position",
        "/v1/agreements?page-size=0, page-size",
        "/v1/agreements?page-size=501, page-size",
        "/v1/agreements?after=%00, after",
        "/v1/agreements?after=next, after",
        "/v1/agreements?asof=3, asof",
        "/v1/agreements?as-of=1&as-of=2, as-of",
        "/v1/agreements/not-an-id, agreementId",
        "/v1/targets/1, targetId",
        "/v1/readings, indicator",
        "/v1/readings?series=ni:154, series",
        "/v1/readings?indicator=154, indicator",
        "/v1/readings?indicator=ni:154&group=all, group",
        "/v1/readings/history, series",
        "/v1/areas?level=village, level",
        "/v1/areas?name=%00, name",
        "/v1/areas/%25, area",
        "/v1/indicators?source=%27, source",
        "/v1/indicators/x, indicator"
    })
    void a_bad_address_is_a_problem_that_names_the_field(String address, String field) throws Exception {
        ask(address)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").exists())
                .andExpect(jsonPath("$.type").value(containsString("/problems/")))
                .andExpect(jsonPath("$.errors[0].field").value(field))
                .andExpect(jsonPath("$.errors[0].message").exists());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/agreements/99999999-1111-4111-8111-111111111111",
                "/v1/areas/E99999999",
                "/v1/indicators/ni:1"
            })
    void what_is_not_there_is_not_found(String address) throws Exception {
        ask(address)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.detail").value(matchesPattern("There is no .*\\.")))
                .andExpect(jsonPath("$.code").value("not-found"));
    }

    @Test
    void a_position_that_is_not_reached_is_asked_for_again_later() throws Exception {
        ask("/v1/agreements?min-position=1000")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(jsonPath("$.code").value("position-not-reached"));
    }

    @Test
    void only_an_operator_rebuilds_or_retries() throws Exception {
        var post = org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                "/v1/projections/register/rebuild");
        ledger.http(Things.ANALYST).perform(post).andExpect(status().isForbidden());
        ask("/v1/dead-letters").andExpect(status().isForbidden());
        ask(Things.OPERATOR, "/v1/dead-letters")
                .andExpect(jsonPath("$.items.length()").value(0));
    }
}
