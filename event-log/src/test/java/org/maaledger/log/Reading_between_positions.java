package org.maaledger.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.maaledger.log.testing.SampleEvents.at;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.log.testing.LedgerDatabase;

/** What a rebuild may rely on. Method: a short log, read whole, in part and beyond its end. */
final class Reading_between_positions {

    @Test
    void gives_every_event_but_those_of_the_names_that_say_nothing_to_the_reader() {
        try (LedgerDatabase ledger = LedgerDatabase.create()) {
            ledger.appender().append(List.of(at("a", 0), at("a", 1), at("b", 0)), new AppendContext());
            String name = ledger.reader().after(0, 1).getFirst().envelope().name();

            assertThat(ledger.reader().between(0, 3, List.of()))
                    .extracting(StoredEvent::position)
                    .containsExactly(1L, 2L, 3L);
            assertThat(ledger.reader().between(1, 2, List.of("no-such-name")))
                    .extracting(StoredEvent::position)
                    .containsExactly(2L);
            assertThat(ledger.reader().between(0, 3, List.of(name))).isEmpty();
        }
    }

    @Test
    void never_passes_over_a_position_that_is_not_there() {
        try (LedgerDatabase ledger = LedgerDatabase.create()) {
            ledger.appender().append(List.of(at("a", 0)), new AppendContext());

            assertThatThrownBy(() -> ledger.reader().between(0, 2, List.of())).isInstanceOf(CorruptHistory.class);
        }
    }
}
