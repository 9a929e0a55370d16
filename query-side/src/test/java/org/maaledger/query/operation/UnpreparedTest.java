package org.maaledger.query.operation;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Things;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Aim: who asks before any table was made is told to come again. Method: a node that only answers, alone on a fresh database. */
class UnpreparedTest {

    private static final QueryLedger LEDGER = QueryLedger.unprepared();

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static void isNotPrepared(MockHttpServletRequestBuilder request) throws Exception {
        LEDGER.http(Things.OPERATOR)
                .perform(request)
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "1"))
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("not-prepared"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/agreements",
                "/v1/agreements?min-position=1",
                "/v1/agreements?as-of=0",
                "/v1/agreements/11111111-1111-4111-8111-111111111111",
                "/v1/agreements/11111111-1111-4111-8111-111111111111/targets",
                "/v1/agreements/11111111-1111-4111-8111-111111111111/progress",
                "/v1/agreements/11111111-1111-4111-8111-111111111111/history",
                "/v1/agreements/11111111-1111-4111-8111-111111111111/comparison?from=0&to=0",
                "/v1/targets/22222222-2222-4222-8222-222222222222",
                "/v1/targets/22222222-2222-4222-8222-222222222222/progress",
                "/v1/targets/22222222-2222-4222-8222-222222222222/history",
                "/v1/readings?indicator=ni:154",
                "/v1/readings/history?series=ni:154~E06000002~all",
                "/v1/areas",
                "/v1/areas/E06000002",
                "/v1/indicators",
                "/v1/indicators/ni:154",
                "/v1/events",
                "/v1/projections",
                "/v1/dead-letters"
            })
    void every_question_is_answered_later(String address) throws Exception {
        isNotPrepared(get(address));
    }

    @Test
    void so_is_a_stream_of_events_and_the_feed_as_a_table() throws Exception {
        isNotPrepared(get("/v1/events").accept(MediaType.TEXT_EVENT_STREAM));
        isNotPrepared(get("/v1/events").accept(MediaType.parseMediaType("text/csv")));
    }

    @Test
    void so_is_what_an_operator_does() throws Exception {
        isNotPrepared(post("/v1/projections/register/rebuild"));
        isNotPrepared(post("/v1/dead-letters/1/retry"));
    }
}
