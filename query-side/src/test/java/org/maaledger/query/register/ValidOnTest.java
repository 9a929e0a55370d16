package org.maaledger.query.register;

import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.HashSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.target.TargetEvent;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;
import org.springframework.test.web.servlet.ResultActions;

/**
 * Aim: a day asked for shows what applied on it, in every part of every answer. Method: the small agreement, in which every act has a
 * date of its own, asked about on days between them.
 */
class ValidOnTest {

    private static final String AGREEMENT = "/v1/agreements/" + TeesValley.AGREEMENT;
    private static final String TARGET = "/v1/targets/" + TeesValley.TARGET;
    private static final QueryLedger LEDGER = QueryLedger.create();

    @BeforeAll
    static void tell() {
        TeesValley.tell(LEDGER);
        // Entered late: dated between the two consents.
        LEDGER.record(
                Things.OFFICER,
                LocalDate.of(2008, 5, 19),
                new TargetEvent.ConsentWithheld(TeesValley.TARGET, 1, TeesValley.HARTLEPOOL, Things.REASON));
        LEDGER.record(
                Things.OFFICER,
                LocalDate.of(2008, 5, 21),
                new TargetEvent.ConsentGiven(TeesValley.TARGET, 1, Things.GOVERNMENT_OFFICE));
        HashSet<String> known = new HashSet<>();
        for (int i = 0; i < 4; i++) {
            LEDGER.record(Things.OPERATOR, LocalDate.of(2010, 1, 1), Things.reference(1, known));
        }
        LEDGER.await();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static ResultActions ask(String address) throws Exception {
        return LEDGER.http(Things.INSPECTOR).perform(get(address));
    }

    @Test
    void a_target_has_the_offers_consents_and_trajectories_of_that_day() throws Exception {
        ask(TARGET + "?valid-on=2008-05-10")
                .andExpect(jsonPath("$.status").value("proposed"))
                .andExpect(jsonPath("$.offers.length()").value(1))
                .andExpect(jsonPath("$.offers[0].consents.length()").value(0))
                .andExpect(jsonPath("$.baseline").doesNotExist())
                .andExpect(jsonPath("$.trajectories.length()").value(0));
        ask(TARGET + "?valid-on=2008-05-19")
                .andExpect(jsonPath("$.offers[0].consents[0].given").value(false));
        ask(TARGET + "?valid-on=2008-05-20")
                .andExpect(jsonPath("$.status").value("proposed"))
                .andExpect(jsonPath("$.offers[0].consents[0].given").value(true));
        ask(TARGET + "?valid-on=2008-05-21").andExpect(jsonPath("$.status").value("consented"));
        ask(TARGET + "?valid-on=2010-05-31")
                .andExpect(jsonPath("$.status").value("agreed"))
                .andExpect(jsonPath("$.baseline.milestone.value").value("50"))
                .andExpect(jsonPath("$.trajectories.length()").value(1))
                .andExpect(jsonPath("$.trajectoryInForce").value(1))
                .andExpect(jsonPath("$.renegotiations.length()").value(0));
        ask(TARGET + "?valid-on=2010-06-01")
                .andExpect(jsonPath("$.trajectoryInForce").value(2))
                .andExpect(jsonPath("$.renegotiations[0].approved").value(true));
    }

    @Test
    void what_had_not_begun_is_not_there_in_any_answer() throws Exception {
        for (String address : new String[] {"", "/targets", "/progress", "/history"}) {
            ask(AGREEMENT + address + "?valid-on=2008-04-30").andExpect(status().isNotFound());
        }
        for (String address : new String[] {"", "/progress", "/history"}) {
            ask(TARGET + address + "?valid-on=2008-05-09").andExpect(status().isNotFound());
        }
        ask("/v1/agreements?valid-on=2008-04-30")
                .andExpect(jsonPath("$.items.length()").value(0));
        ask(AGREEMENT + "/targets?valid-on=2008-05-09")
                .andExpect(jsonPath("$.items.length()").value(0));
        ask(AGREEMENT + "/progress?valid-on=2008-05-09")
                .andExpect(jsonPath("$.items.length()").value(0));
        ask(AGREEMENT + "?valid-on=2008-05-09").andExpect(jsonPath("$.targets").value(0));
        ask(AGREEMENT + "?valid-on=2008-05-10").andExpect(jsonPath("$.targets").value(1));
    }

    @Test
    void history_and_feed_leave_out_acts_that_are_dated_later() throws Exception {
        ask(AGREEMENT + "/history?valid-on=2008-05-20")
                .andExpect(jsonPath("$.items.length()").value(4))
                .andExpect(jsonPath("$.items[3].position").value(TeesValley.END + 1));
        ask(AGREEMENT + "/history?valid-on=2008-05-20&page-size=2&after=2")
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.next").doesNotExist());
        ask("/v1/events?valid-on=2008-05-20")
                .andExpect(jsonPath("$.items.length()").value(4))
                .andExpect(jsonPath("$.more").value(false));
    }

    @Test
    void readings_are_those_of_periods_that_had_ended() throws Exception {
        ask("/v1/readings?indicator=ni:154&valid-on=2010-03-31")
                .andExpect(jsonPath("$.items.length()").value(2));
        ask("/v1/readings?indicator=ni:154&valid-on=2010-03-30")
                .andExpect(jsonPath("$.items.length()").value(1));
        ask(TARGET + "/progress?valid-on=2010-03-30")
                .andExpect(jsonPath("$.progress.judgements.length()").value(1));
    }

    @Test
    void places_and_indicators_are_those_of_that_day() throws Exception {
        ask("/v1/areas/E06000001?valid-on=2009-03-31")
                .andExpect(jsonPath("$.succeededBy.length()").value(0));
        ask("/v1/areas/E06000001?valid-on=2009-04-01")
                .andExpect(jsonPath("$.succeededBy.length()").value(1));
        ask("/v1/indicators/ni:151?valid-on=2009-03-31")
                .andExpect(jsonPath("$.inForce").value(1))
                .andExpect(jsonPath("$.definitions.length()").value(1));
        ask("/v1/indicators/ni:151?valid-on=2009-04-01")
                .andExpect(jsonPath("$.inForce").value(2))
                .andExpect(jsonPath("$.definitions.length()").value(2));
    }

    @Test
    void a_comparison_takes_a_day_for_each_side() throws Exception {
        ask(AGREEMENT + "/comparison?from-valid-on=2008-05-20&valid-on=2008-05-21")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.fromValidOn").value("2008-05-20"))
                .andExpect(jsonPath("$.validOn").value("2008-05-21"))
                .andExpect(jsonPath("$.differences[*].field").value(hasItem("what E06000002 said to offer 1")))
                .andExpect(jsonPath("$.differences[*].field").value(hasItem("the status")))
                .andExpect(jsonPath("$.differences.length()").value(3));
        ask(AGREEMENT + "/comparison?from=6&to=16&valid-on=2008-07-13")
                .andExpect(jsonPath("$.differences[*].field").value(not(hasItem("the day of signing"))));
        ask(AGREEMENT + "/comparison?from=16&to=6")
                .andExpect(jsonPath("$.differences[?(@.field == 'the day of signing')].words")
                        .value(hasItem("Agreement: the day of signing is gone; it was 2008-07-14.")));
        ask(AGREEMENT + "/comparison?from=6&to=16&min-position=16").andExpect(status().isOk());
        ask(AGREEMENT + "/comparison?from=6&to=15&min-position=16")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].field").value("min-position"));
        ask(AGREEMENT + "/comparison?to=soon&valid-on=never&min-position=x&page-size=0")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors.length()").value(5));
    }
}
