package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;

/**
 * Aim: no reader ever misses a committed event. Method: one writer's transaction stays open while others commit and a reader reads;
 * then it commits, and the reader reads on. The same is done with Axon's stock engine as a control, which loses the event: it draws
 * positions before the commit, and its reader forgets a gap when a visible event is dated more than 60 seconds back, or when the gap
 * lies more than 10,000 positions back (AxonIQ/AxonFramework issue 4829).
 */
final class Lost_events {

    private static final Duration SKEW = Duration.ofMinutes(5);

    private final Instant now = Instant.now();
    private LedgerDatabase ledger;

    @BeforeEach
    void open() {
        ledger = LedgerDatabase.create();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    /** A reader that goes on from its token, as an event processor does. */
    private static final class Tail {
        private final Set<String> seen = new HashSet<>();
        private @Nullable TrackingToken token;

        void readOn(LogWithOpenTransaction log) {
            try (Stream<? extends TrackedEventMessage<?>> events = log.reader().readEvents(token, false)) {
                events.forEach(event -> {
                    seen.add(event.getIdentifier());
                    token = event.trackingToken();
                });
            }
        }
    }

    private record Outcome(int committed, int seen) {}

    private Outcome skewedWriter(LogWithOpenTransaction log) throws Exception {
        return run(log, 1, now.minus(SKEW));
    }

    private Outcome manyLaterEvents(LogWithOpenTransaction log) throws Exception {
        return run(log, 12_000, now);
    }

    private Outcome run(LogWithOpenTransaction log, int later, Instant time) throws Exception {
        try (log) {
            Tail tail = new Tail();
            log.append(2, now);
            log.commitHeld();
            tail.readOn(log);
            log.appendAndHold(now);
            log.append(later, time);
            tail.readOn(log);
            log.commitHeld();
            tail.readOn(log);
            tail.readOn(log);
            return new Outcome(2 + 1 + later, tail.seen.size());
        }
    }

    private static void print(String engine, String what, Outcome outcome) {
        System.out.printf(
                "lost-event test, %s, %s: %d events committed, %d seen%n",
                engine, what, outcome.committed(), outcome.seen());
    }

    @Test
    void do_not_occur_in_our_log_when_a_writer_with_a_slow_clock_commits_beside_an_open_transaction() throws Exception {
        Outcome outcome = skewedWriter(new OurLog(ledger));

        print("our log", "skewed clock", outcome);
        assertThat(outcome.seen()).isEqualTo(outcome.committed());
    }

    @Test
    void do_not_occur_in_our_log_when_twelve_thousand_events_come_beside_an_open_transaction() throws Exception {
        Outcome outcome = manyLaterEvents(new OurLog(ledger));

        print("our log", "12,000 later events", outcome);
        assertThat(outcome.seen()).isEqualTo(outcome.committed());
    }

    @Test
    void occur_in_the_stock_engine_when_a_writer_with_a_slow_clock_commits_beside_an_open_transaction()
            throws Exception {
        Outcome outcome = skewedWriter(new StockLog(ledger.superuser()));

        print("stock JdbcEventStorageEngine", "skewed clock", outcome);
        assertThat(outcome.seen()).as("the control must show the loss").isEqualTo(outcome.committed() - 1);
    }

    @Test
    void occur_in_the_stock_engine_when_twelve_thousand_events_come_beside_an_open_transaction() throws Exception {
        Outcome outcome = manyLaterEvents(new StockLog(ledger.superuser()));

        print("stock JdbcEventStorageEngine", "12,000 later events", outcome);
        assertThat(outcome.seen()).as("the control must show the loss").isEqualTo(outcome.committed() - 1);
    }
}
