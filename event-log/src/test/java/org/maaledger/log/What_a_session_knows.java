package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.log.testing.SampleEvents.at;
import static org.maaledger.log.testing.SampleEvents.stream;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;

/** An appender does not ask again where streams end while it writes alone, and is not deceived when somebody else writes. */
final class What_a_session_knows {

    /** Two nodes on one log, each of which has written and knows where it left the streams. */
    @Nested
    class Of_two_nodes {

        private LedgerDatabase ledger;
        private Appender other;

        @BeforeEach
        void open() {
            ledger = LedgerDatabase.create();
            other = new Appender(ledger.fresh(), ledger.serializer(), AppenderSettings.defaults());
            // The first batch of a session knows nothing, the second one relies on it.
            write(ledger.appender(), at("own", 0));
            write(ledger.appender(), at("own", 1));
            write(ledger.appender(), at("own", 2));
        }

        @AfterEach
        void close() {
            other.close();
            ledger.close();
        }

        @Test
        void the_slower_one_meets_a_conflict_on_a_stream_that_it_knew() {
            write(other, at("own", 3));

            assertThatThrownBy(() -> write(ledger.appender(), at("own", 3))).isInstanceOf(ConcurrencyException.class);
            write(ledger.appender(), at("own", 4));
            assertThat(ledger.reader().lastSequence(stream("own"))).hasValue(4);
        }

        @Test
        void the_slower_one_meets_a_conflict_on_a_stream_that_it_consulted() {
            AppendContext stale = new AppendContext();
            stale.read(stream("own"), 2);
            AppendContext fresh = new AppendContext();
            fresh.read(stream("own"), 3);
            write(other, at("own", 3));

            assertThatThrownBy(() -> ledger.appender().append(List.of(at("a", 0)), stale))
                    .isInstanceOf(ConcurrencyException.class);
            assertThat(ledger.appender().append(List.of(at("a", 0)), fresh)).hasSize(1);
        }

        @Test
        void a_conflict_takes_nothing_from_what_is_known() {
            assertThatThrownBy(() -> write(ledger.appender(), at("own", 2))).isInstanceOf(ConcurrencyException.class);
            assertThatThrownBy(() -> write(ledger.appender(), at("own", 4))).isInstanceOf(ConcurrencyException.class);

            write(ledger.appender(), at("own", 3));
            assertThat(ledger.reader().lastSequence(stream("own"))).hasValue(3);
        }

        private static void write(Appender appender, NewEvent event) {
            appender.append(List.of(event), new AppendContext());
        }
    }

    @Nested
    class Is_forgotten {

        private final KnownSequences known = new KnownSequences();

        @Test
        void when_the_log_has_grown_by_what_others_wrote() {
            known.isTrueAt(0);
            known.learn(Map.of("a", 0L), 1);

            assertThat(known.of(Set.of("a", "b"))).containsExactly(Map.entry("a", 0L));
            assertThat(known.isTrueAt(2)).isFalse();
            assertThat(known.of(Set.of("a"))).isEmpty();
        }

        @Test
        void but_is_relied_on_again_once_the_log_was_found_as_it_was_left() {
            known.isTrueAt(7);
            known.learn(Map.of("a", 3L), 8);
            assertThat(known.of(Set.of("a"))).as("another node writes as well").isEmpty();

            assertThat(known.isTrueAt(8)).isTrue();
            assertThat(known.of(Set.of("a"))).containsExactly(Map.entry("a", 3L));
        }

        @Test
        void where_there_are_too_many_streams_but_not_the_one_just_used() {
            known.isTrueAt(0);
            for (long stream = 0; stream < 20_001; stream++) {
                known.learn(Map.of("stream-" + stream, stream), 0);
                known.of(Set.of("stream-0"));
            }

            assertThat(known.of(Set.of("stream-0", "stream-1", "stream-2"))).containsOnlyKeys("stream-0", "stream-2");
        }
    }
}
