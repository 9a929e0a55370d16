package org.maaledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.query.http.ReadParameters;
import org.maaledger.query.moment.Asked;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.json.JsonMapper;

/** Aim: streams are bounded, say that they live, and end when the node does. Method: ids that are none, and more clients than places. */
class StreamsTest {

    private static final QueryLedger LEDGER = QueryLedger.create();

    @BeforeAll
    static void tell() {
        TeesValley.tell(LEDGER);
        LEDGER.await();
    }

    @AfterAll
    static void close() {
        LEDGER.close();
    }

    private static MockHttpServletResponse follow(String lastEventId) throws Exception {
        return LEDGER.http(Things.INSPECTOR)
                .perform(get("/v1/events").accept(MediaType.TEXT_EVENT_STREAM).header("Last-Event-ID", lastEventId))
                .andReturn()
                .getResponse();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static long followers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("feed"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "1.5", "1e3", " 5", "5,6", "0x10", "99999999999999999999", "٣"})
    void an_id_that_is_none_is_refused(String lastEventId) throws Exception {
        MockHttpServletResponse response = follow(lastEventId);
        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString()).contains("Last-Event-ID").contains("remedy");
    }

    @Test
    void an_id_beyond_the_log_is_not_taken_for_the_newest() throws Exception {
        MockHttpServletResponse response = follow("1000");
        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("1");
        assertThat(response.getContentAsString()).contains("position-not-reached");
    }

    @Test
    void a_page_never_sends_anybody_back() {
        for (Asked asked : List.of(Asked.asOf(5), Asked.NOW)) {
            assertThat(LEDGER.part(Feed.class)
                            .after(asked, TeesValley.END, 10, Things.INSPECTOR)
                            .content()
                            .next())
                    .isEqualTo(TeesValley.END);
        }
    }

    @Test
    void as_many_as_there_are_places_all_hear_of_an_event_and_all_end_when_the_node_stops() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            List<MockHttpServletResponse> clients = new ArrayList<>();
            for (int i = 0; i < FeedStreams.STREAMS_MAX; i++) {
                clients.add(ledger.http(Things.INSPECTOR)
                        .perform(get("/v1/events").accept(MediaType.TEXT_EVENT_STREAM))
                        .andReturn()
                        .getResponse());
            }
            MockHttpServletResponse refused = ledger.http(Things.INSPECTOR)
                    .perform(get("/v1/events").accept(MediaType.TEXT_EVENT_STREAM))
                    .andReturn()
                    .getResponse();
            assertThat(refused.getStatus()).isEqualTo(503);
            assertThat(refused.getContentAsString()).contains("busy");

            ledger.record(Things.OPERATOR, LocalDate.of(2008, 1, 1), Things.reference(1, new HashSet<>()));
            await(() -> clients.stream().allMatch(client -> text(client).contains("id:1\n")));

            ledger.part(FeedStreams.class).stop();
            await(() -> followers() == 0);
            assertThat(ledger.http(Things.INSPECTOR)
                            .perform(get("/v1/events").accept(MediaType.TEXT_EVENT_STREAM))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(503);
        }
    }

    private static String text(MockHttpServletResponse client) {
        try {
            return client.getContentAsString();
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_quiet_stream_says_how_far_it_has_come() throws Exception {
        FeedStreams streams = new FeedStreams(LEDGER.part(Feed.class), Duration.ofMillis(200));
        streams.start();
        MockHttpServletResponse client = MockMvcBuilders.standaloneSetup(
                        new FeedController(LEDGER.part(Feed.class), streams, LEDGER.part(JsonMapper.class)))
                .setCustomArgumentResolvers(new ReadParameters(), new Inspector())
                .build()
                .perform(get("/v1/events")
                        .accept(MediaType.TEXT_EVENT_STREAM)
                        .header("Last-Event-ID", Long.toString(TeesValley.END)))
                .andReturn()
                .getResponse();
        await(() -> text(client).contains(":nothing new"));
        assertThat(text(client)).startsWith(":following").contains("id:" + TeesValley.END);
        streams.stop();
        await(() -> followers() == 0);
    }

    /** Whoever asks is the inspector. */
    private record Inspector() implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Actor.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory factory) {
            return Things.INSPECTOR;
        }
    }
}
