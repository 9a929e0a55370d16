package org.maaledger.command.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.decision.Fold;
import org.maaledger.command.testing.InMemoryStreams;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.provenance.SourceRef;

/** Aim: what is at work stays in memory, and what begins is seen. Method: a log in memory that counts how often a stream is read. */
class States_in_memory {

    private static final LocalDate DAY = LocalDate.of(2009, 4, 1);
    private static final AreaCode AREA = new AreaCode("E06000001");
    private static final String STREAM = AreaEvent.streamOf(AREA);
    private static final Fold<Integer> EVENTS = Fold.of("events", 0, AreaEvent.class, (count, _, _) -> count + 1);

    private final InMemoryStreams log = new InMemoryStreams();
    private final List<String> read = new ArrayList<>();
    private final StreamStates states = new StreamStates(new Counted(), 10);

    /** The log, which notes what is read of it. */
    private final class Counted implements StreamSource {

        @Override
        public List<Dated> from(String stream, long first, int max) {
            read.add(stream);
            return log.from(stream, first, max);
        }

        @Override
        public long lastSequence(String stream) {
            return log.lastSequence(stream);
        }
    }

    private void happens() {
        log.add(new AreaEvent.AreaSucceeded(AREA, new AreaCode("E06000099"), DAY, SOURCE), DAY);
    }

    private static final SourceRef SOURCE = new SourceRef("made up", null, null);

    private int known(String stream) {
        return states.latest(EVENTS, stream, count -> true);
    }

    @Test
    void are_not_pushed_out_by_streams_that_do_not_exist() {
        happens();
        assertThat(known(STREAM)).isEqualTo(1);
        for (int i = 0; i < 10_000; i++) {
            assertThat(known("nothing-" + i % 500)).isZero();
        }
        assertThat(known(STREAM)).isEqualTo(1);
        assertThat(read).filteredOn(STREAM::equals).as("it stayed in memory").hasSize(1);
    }

    @Test
    void begin_with_the_first_event() {
        assertThat(known(STREAM)).isZero();
        happens();
        assertThat(known(STREAM)).isEqualTo(1);
        happens();
        assertThat(known(STREAM)).as("until somebody says that it has grown").isEqualTo(1);
        states.outdated(STREAM);
        assertThat(known(STREAM)).isEqualTo(2);
    }
}
