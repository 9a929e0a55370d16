package org.maaledger.query.projection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.query.http.NotReadable;
import org.maaledger.query.http.Paged;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.register.Register;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.Story;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;

/**
 * Aim: an event that cannot be applied stops nothing but its own aggregate, is seen, and can be mended. Method: a rule added to a table
 * from outside makes the database refuse one row, live and in a rebuild; taking the rule away is the mending.
 */
class DeadLettersTest {

    private static final LocalDate DAY = LocalDate.of(2008, 8, 1);
    private static final String AGREEMENT = "/v1/agreements/" + TeesValley.AGREEMENT;
    private static final String TARGET = "/v1/targets/" + TeesValley.TARGET;

    private static String schema(QueryLedger ledger) {
        return new Generations(ledger.sql()).serving("register").orElseThrow().schema();
    }

    private static void refuseBaselines(QueryLedger ledger) {
        ledger.sql()
                .sql("alter table " + schema(ledger)
                        + ".baseline add constraint refused check (value is null or value <> '50')")
                .update();
    }

    private static void mend(QueryLedger ledger) {
        ledger.sql()
                .sql("alter table " + schema(ledger) + ".baseline drop constraint refused")
                .update();
    }

    /** What a follower of the feed has been sent as soon as it has been sent something. */
    private static String streamed(QueryLedger ledger) throws Exception {
        MockHttpServletResponse response = ledger.http(Things.INSPECTOR)
                .perform(get("/v1/events").accept(MediaType.TEXT_EVENT_STREAM))
                .andReturn()
                .getResponse();
        for (int i = 0; i < 1_200 && !response.getContentAsString().contains("id:"); i++) {
            Thread.sleep(50);
        }
        return response.getContentAsString();
    }

    @Test
    void makes_everything_about_its_aggregate_incomplete_until_it_is_mended() throws Exception {
        try (QueryLedger ledger = QueryLedger.create();
                QueryLedger sound = QueryLedger.create()) {
            refuseBaselines(ledger);
            TeesValley.tell(ledger);
            TeesValley.tell(sound);
            AgreementId other = AgreementId.of("33333333-3333-4333-8333-333333333333");
            ledger.record(Things.OFFICER, DAY, Things.drafted(other));
            sound.record(Things.OFFICER, DAY, Things.drafted(other));
            ledger.await();
            sound.await();

            var inspector = ledger.http(Things.INSPECTOR);
            inspector
                    .perform(get(TARGET))
                    .andExpect(status().isOk())
                    .andExpect(jsonPath("$.incomplete").value(true))
                    .andExpect(jsonPath("$.trajectories.length()").value(0));
            inspector
                    .perform(get(TARGET + "?as-of=4"))
                    .andExpect(jsonPath("$.incomplete").value(false));
            inspector
                    .perform(get(TARGET + "/progress"))
                    .andExpect(jsonPath("$.incomplete").value(true));
            inspector
                    .perform(get(AGREEMENT + "/targets"))
                    .andExpect(jsonPath("$.incomplete").value(true));
            inspector
                    .perform(get("/v1/agreements/" + other))
                    .andExpect(jsonPath("$.incomplete").value(false));

            inspector
                    .perform(get("/v1/events").accept("text/csv"))
                    .andExpect(header().string("Ledger-Incomplete", "true"));
            assertThat(streamed(ledger)).contains("event:incomplete").contains("{\"after\":0,\"to\":");

            List<DeadLetter> letters = ledger.projections().deadLetters(0, 100);
            assertThat(letters).extracting(DeadLetter::position).containsExactly(5L, 6L, 12L, 13L, 14L);
            assertThat(letters.getFirst().cause()).contains("refused");
            var operator = ledger.http(Things.OPERATOR);
            operator.perform(get("/v1/dead-letters"))
                    .andExpect(jsonPath("$.items[0].eventName").value("baseline-set"))
                    .andExpect(jsonPath("$.items[1].cause").value(containsString("waits behind")));
            String retry = "/v1/dead-letters/" + letters.getFirst().id() + "/retry";
            operator.perform(post(retry))
                    .andExpect(jsonPath("$.mended").value(false))
                    .andExpect(jsonPath("$.left[0].attempts").value(2));

            mend(ledger);
            operator.perform(post(retry)).andExpect(jsonPath("$.mended").value(true));
            inspector
                    .perform(get(TARGET))
                    .andExpect(jsonPath("$.incomplete").value(false))
                    .andExpect(jsonPath("$.trajectories.length()").value(2));
            assertThat(RebuildingTest.rows(ledger, ledger.projections().named("register")))
                    .isEqualTo(RebuildingTest.rows(sound, sound.projections().named("register")));
        }
    }

    @Test
    void is_left_out_of_the_next_generation_once_a_rebuild_can_apply_it() {
        try (QueryLedger ledger = QueryLedger.create()) {
            refuseBaselines(ledger);
            TeesValley.tell(ledger);
            ledger.await();
            assertThat(ledger.projections().deadLetters(0, 100)).isNotEmpty();
            RebuildReport report = ledger.projections().rebuild("register", position -> {});
            assertThat(report.deadLetters()).isZero();
            assertThat(ledger.projections().deadLetters(0, 100)).isEmpty();
        }
    }

    @Test
    void in_code_that_fails_is_as_contained_as_in_the_database() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.tell(Story.of(21, 600));
            ledger.await();
            Projector sound = ledger.projections().named("progress");
            Map<String, List<String>> right = RebuildingTest.rows(ledger, sound);
            AtomicBoolean mended = new AtomicBoolean();
            Projections broken = Altered.over(ledger, List.of(fragile(sound, mended)));
            assertThat(broken.rebuild("progress", position -> {}).deadLetters()).isPositive();
            assertThat(RebuildingTest.rows(ledger, sound)).isNotEqualTo(right);
            mended.set(true);
            while (!broken.deadLetters(0, 1).isEmpty()) {
                broken.retry(broken.deadLetters(0, 1).getFirst().id());
            }
            assertThat(RebuildingTest.rows(ledger, sound)).isEqualTo(right);
        }
    }

    @Test
    void of_a_draft_says_that_the_agreement_cannot_be_shown() {
        try (QueryLedger ledger = QueryLedger.create()) {
            ledger.sql()
                    .sql("alter table " + schema(ledger) + ".agreement add constraint refused check (false)")
                    .update();
            TeesValley.tell(ledger);
            ledger.await();
            Register register = ledger.part(Register.class);
            assertThat(register.agreements(Asked.NOW, new Paged("", 10), Things.INSPECTOR)
                            .incomplete())
                    .isTrue();
            assertThatThrownBy(() -> register.agreement(Asked.NOW, TeesValley.AGREEMENT, Things.INSPECTOR))
                    .isInstanceOf(NotReadable.class);
        }
    }

    /** A projector with a bug: it cannot stand corrections. */
    private static Projector fragile(Projector sound, AtomicBoolean mended) {
        return Altered.of(sound, (fact, rows) -> {
            sound.apply(fact, rows);
            if (!mended.get() && fact.event() instanceof ReadingEvent.ReadingCorrected) {
                throw new ArithmeticException("a bug");
            }
        });
    }
}
