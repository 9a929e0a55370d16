package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.SnapshotTrigger;
import org.axonframework.eventsourcing.Snapshotter;
import org.junit.jupiter.api.Test;

/** Aim: snapshots of a long stream cost little beside its events, and never are many events read after one. Method: a stream goes by, and where snapshots are asked for is written down. */
class SnapshotsFurtherApartTest {

    private static final int AT_LEAST = 200;
    private static final int AT_MOST = 2_000;
    private static final long EVENTS = 100_000;

    private final List<Long> taken = new ArrayList<>();
    private long now;

    @Test
    void the_longer_the_stream_the_further_apart_they_are() {
        SnapshotTrigger trigger = trigger();
        stream(trigger, 0, EVENTS);
        assertThat(taken.getFirst()).isEqualTo(AT_LEAST - 1L);
        for (int i = 1; i < taken.size(); i++) {
            long apart = taken.get(i) - taken.get(i - 1);
            assertThat(apart).as("apart at event %d", taken.get(i)).isBetween((long) AT_LEAST, (long)
                    Math.clamp(taken.get(i) / 2 + 1, AT_LEAST, AT_MOST));
        }
        assertThat(taken.stream().filter(at -> at < 2 * AT_MOST))
                .as("at first each is twice as far as the one before it")
                .hasSizeLessThan(9);
        assertThat(taken.getLast()).as("then they keep a distance").isGreaterThan(EVENTS - 1 - AT_MOST);
    }

    @Test
    void a_stream_that_is_read_from_a_snapshot_on_gets_the_next_one_in_time() {
        SnapshotTrigger trigger = trigger();
        stream(trigger, 1_000, 2_500);
        assertThat(taken).hasSize(1);
        assertThat(taken.getFirst()).isBetween(1_990L, 2_000L);
    }

    /** Without a unit of work, a snapshot is asked for at once. */
    private SnapshotTrigger trigger() {
        Snapshotter snapshotter = (type, stream) -> taken.add(now);
        SnapshotTrigger trigger = new SnapshotsFurtherApart(snapshotter, AT_LEAST).prepareTrigger(Object.class);
        trigger.initializationFinished();
        return trigger;
    }

    private void stream(SnapshotTrigger trigger, long first, long end) {
        for (now = first; now < end; now++) {
            trigger.eventHandled(new GenericDomainEventMessage<>("Object", "stream", now, "event", Map.of()));
        }
    }
}
