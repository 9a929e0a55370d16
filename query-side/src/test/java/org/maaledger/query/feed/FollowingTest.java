package org.maaledger.query.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maaledger.query.testing.QueryLedger;
import org.maaledger.query.testing.TeesValley;
import org.maaledger.query.testing.Things;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/**
 * Aim: a client that lost the connection misses nothing and gets nothing twice. Method: the stream is read as it is written, left after
 * some events, and asked for again with the last id that was received.
 */
class FollowingTest {

    private static final long PATIENCE_NANOS = 60_000_000_000L;

    @Test
    void goes_on_from_the_last_event_id_over_what_was_there_and_what_comes() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            TeesValley.tell(ledger);
            ledger.await();
            assertThat(follow(ledger, null, 16)).first().isEqualTo(1L);
            assertThat(follow(ledger, "5", 11)).containsExactly(6L, 7L, 8L, 9L, 10L, 11L, 12L, 13L, 14L, 15L, 16L);
            Thread later = Thread.ofVirtual()
                    .start(() -> ledger.record(
                            Things.OPERATOR, LocalDate.of(2008, 1, 1), Things.reference(1, new HashSet<>())));
            assertThat(follow(ledger, "16", 1)).containsExactly(17L);
            later.join();
        }
    }

    @Test
    void refuses_an_id_that_is_none() throws Exception {
        try (QueryLedger ledger = QueryLedger.create()) {
            MockHttpServletResponse response = ledger.http(Things.ANALYST)
                    .perform(request("yesterday"))
                    .andReturn()
                    .getResponse();
            assertThat(response.getStatus()).isEqualTo(400);
            assertThat(response.getContentAsString()).contains("Last-Event-ID");
        }
    }

    private static MockHttpServletRequestBuilder request(@Nullable String lastEventId) {
        MockHttpServletRequestBuilder request = get("/v1/events").accept(MediaType.TEXT_EVENT_STREAM);
        return lastEventId == null ? request : request.header("Last-Event-ID", lastEventId);
    }

    /** The ids that the stream has given by the time that there are {@code events} of them. */
    private static List<Long> follow(QueryLedger ledger, @Nullable String lastEventId, int events) throws Exception {
        MockHttpServletResponse response = ledger.http(Things.ANALYST)
                .perform(request(lastEventId))
                .andReturn()
                .getResponse();
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        List<Long> ids = ids(response);
        while (ids.size() < events && System.nanoTime() < deadline) {
            Thread.sleep(50);
            ids = ids(response);
        }
        return ids;
    }

    private static List<Long> ids(MockHttpServletResponse response) throws Exception {
        String text = response.getContentAsString();
        // It is read while it is written: what comes after the last empty line may be half of an event.
        String whole = text.substring(0, text.lastIndexOf("\n\n") + 1);
        List<Long> ids = new ArrayList<>();
        for (String event : whole.split("\n\n", -1)) {
            List<String> lines = event.lines().toList();
            if (lines.stream().anyMatch(line -> line.startsWith("data:"))) {
                lines.stream()
                        .filter(line -> line.startsWith("id:"))
                        .forEach(
                                line -> ids.add(Long.parseLong(line.substring(3).strip())));
            }
        }
        return ids;
    }
}
