package org.maaledger.query.moment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.log.StoredEvent;
import org.maaledger.query.projection.Facts;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.transaction.support.TransactionTemplate;

/** Aim: a moment means exactly one position, or a clear refusal. Method: the edges of a small ledger, asked about from both sides. */
class MomentsTest {

    private static final QueryLedger LEDGER = QueryLedger.create();

    /** Recorded as one: 9, 10 and 11 have the same time. */
    private static final long FIRST_OF_BATCH = 9;

    private static final long LAST_OF_BATCH = 11;

    @BeforeAll
    static void tell() {
        TeesValley.tell(LEDGER);
        LEDGER.await();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static Instant recorded(long position) {
        List<StoredEvent> events = LEDGER.database().reader().after(position - 1, 1);
        return events.getFirst().recordedAt();
    }

    private static ResultActions ask(String query) throws Exception {
        return LEDGER.http(Things.INSPECTOR).perform(get(URI.create("/v1/agreements?" + query)));
    }

    private static void holdsFor(String asOf, long position) throws Exception {
        ask("as-of=" + asOf)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.position").value(position))
                .andExpect(header().string("Ledger-Position", Long.toString(position)));
    }

    @Nested
    class An_instant {

        @Test
        void that_several_events_share_includes_all_of_them() throws Exception {
            assertThat(recorded(FIRST_OF_BATCH)).isEqualTo(recorded(LAST_OF_BATCH));
            holdsFor(recorded(FIRST_OF_BATCH).toString(), LAST_OF_BATCH);
        }

        @Test
        void a_microsecond_before_them_includes_none_of_them() throws Exception {
            holdsFor(recorded(FIRST_OF_BATCH).minus(1, ChronoUnit.MICROS).toString(), FIRST_OF_BATCH - 1);
        }

        @Test
        void that_is_finer_than_the_clock_is_not_rounded_up() throws Exception {
            holdsFor(recorded(FIRST_OF_BATCH).minus(1, ChronoUnit.NANOS).toString(), FIRST_OF_BATCH - 1);
            holdsFor(recorded(FIRST_OF_BATCH).plus(499, ChronoUnit.NANOS).toString(), LAST_OF_BATCH);
        }

        @Test
        void may_be_written_in_another_zone() throws Exception {
            String there = recorded(FIRST_OF_BATCH)
                    .atOffset(java.time.ZoneOffset.ofHours(5))
                    .toString();
            holdsFor(there.replace("+", "%2B"), LAST_OF_BATCH);
        }

        @Test
        void before_the_first_event_is_position_0_and_shows_nothing() throws Exception {
            for (String asOf :
                    List.of(recorded(1).minus(1, ChronoUnit.MICROS).toString(), "1801-01-01T00:00:00Z", "0")) {
                ask("as-of=" + asOf)
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.position").value(0))
                        .andExpect(jsonPath("$.items.length()").value(0));
            }
        }

        @Test
        void after_the_last_event_includes_it() throws Exception {
            holdsFor(Instant.now().toString(), TeesValley.END);
        }

        @Test
        void that_the_database_has_recorded_has_passed_even_if_this_nodes_clock_is_behind() {
            Instant last = recorded(TeesValley.END);
            assertThat(questionsAt(last.minus(Duration.ofMinutes(1)))
                            .moment(new Asked(new AsOf.At(last), null, 0))
                            .position())
                    .isEqualTo(TeesValley.END);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2199-01-01T00:00:00Z",
                    "2999-01-01T00:00:00Z",
                    "%2B999999999-12-31T23:59:59Z",
                    "-999999999-01-01T00:00:00Z",
                    "0000-01-01T00:00:00Z",
                    "2026-01-31",
                    "2026-01-31T12:00:00",
                    "2026-02-30T12:00:00Z",
                    "17",
                    "999999999999999999",
                    "9999999999999999999",
                    "-1"
                })
        void that_has_not_come_or_is_none_is_refused(String asOf) throws Exception {
            ask("as-of=" + asOf)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors[0].field").value("as-of"))
                    .andExpect(jsonPath("$.remedy").exists());
        }
    }

    @Nested
    class A_min_position {

        @Test
        void beyond_the_head_is_waited_for_within_a_bound_and_then_a_503() throws Exception {
            long started = System.nanoTime();
            ask("min-position=1000")
                    .andExpect(status().isServiceUnavailable())
                    .andExpect(header().string("Retry-After", "1"))
                    .andExpect(jsonPath("$.code").value("position-not-reached"))
                    .andExpect(jsonPath("$.position").value(TeesValley.END))
                    .andExpect(jsonPath("$.remedy").value(containsString("Retry-After")));
            assertThat(Duration.ofNanos(System.nanoTime() - started))
                    .as("it has waited, and come to an end")
                    .isGreaterThan(Questions.WAIT_MAX.minusMillis(100));
        }

        @Test
        void that_is_reached_meanwhile_is_answered() throws Exception {
            try (QueryLedger other = QueryLedger.create()) {
                Thread later = Thread.ofPlatform().start(() -> {
                    pause();
                    other.record(Things.OPERATOR, LocalDate.of(2008, 1, 1), Things.reference(1, new HashSet<>()));
                });
                askedUntilReached(other)
                        .andExpect(status().isOk())
                        .andExpect(jsonPath("$.items.length()").value(1));
                later.join();
            }
        }

        /** On a busy machine the event may come later than one answer waits: then one asks again, as one is told to. */
        private static ResultActions askedUntilReached(QueryLedger other) throws Exception {
            long deadline = System.nanoTime() + 60_000_000_000L;
            ResultActions asked;
            do {
                asked = other.http(Things.INSPECTOR).perform(get("/v1/areas?min-position=1"));
            } while (asked.andReturn().getResponse().getStatus() == 503 && System.nanoTime() < deadline);
            return asked;
        }

        @Test
        void that_as_of_includes_changes_nothing() throws Exception {
            ask("as-of=11&min-position=11").andExpect(jsonPath("$.position").value(11));
            ask("as-of=11&min-position=3").andExpect(jsonPath("$.position").value(11));
        }

        @Test
        void that_as_of_cannot_include_is_refused_at_once() throws Exception {
            for (String asOf : List.of("11", recorded(11).toString(), "0")) {
                long started = System.nanoTime();
                ask("as-of=" + asOf + "&min-position=12")
                        .andExpect(status().isBadRequest())
                        .andExpect(jsonPath("$.code").value("min-position-not-included"))
                        .andExpect(jsonPath("$.errors[0].field").value("min-position"));
                assertThat(Duration.ofNanos(System.nanoTime() - started))
                        .as("it did not wait")
                        .isLessThan(Questions.WAIT_MAX);
            }
        }

        private static void pause() {
            try {
                Thread.sleep(300);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Questions over the same tables, on a node whose clock says {@code now}. */
    private static Questions questionsAt(Instant now) {
        return new Questions(
                LEDGER.sql(),
                new TransactionTemplate(
                        new DataSourceTransactionManager(LEDGER.database().app())),
                LEDGER.part(Facts.class),
                () -> now,
                LEDGER.projections().revisions());
    }
}
