package org.maaledger.log.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.maaledger.kernel.canonical.CanonicalJson;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.StoredEvent;

/**
 * Reads a log from its beginning and holds it to what every log must be: positions 1, 2, 3 without a gap, sequences 0, 1, 2 in
 * every stream, no event twice, time never backwards.
 */
public final class WholeLog {

    private static final int PAGE = 5_000;

    /** Every this many events, the canonical form is checked too. */
    private static final int SAMPLE = 97;

    private final Map<UUID, Long> positions = new HashMap<>();

    private WholeLog() {}

    /** Reads and checks all of it. */
    public static WholeLog of(LedgerReader reader) {
        WholeLog whole = new WholeLog();
        Map<String, Long> sequences = new HashMap<>();
        Instant time = Instant.MIN;
        long position = 0;
        List<StoredEvent> page = reader.after(0, PAGE);
        while (!page.isEmpty()) {
            for (StoredEvent event : page) {
                position++;
                assertThat(event.position()).as("dense positions").isEqualTo(position);
                assertThat(event.sequence())
                        .as("dense sequences of %s", event.stream())
                        .isEqualTo(sequences.merge(event.stream(), 0L, (last, _) -> last + 1));
                assertThat(event.recordedAt()).as("time at %d", position).isAfterOrEqualTo(time);
                assertThat(whole.positions.put(event.envelope().eventId(), position))
                        .as("%s twice", event)
                        .isNull();
                if (position % SAMPLE == 0) {
                    assertThat(CanonicalJson.isCanonical(event.stored())).isTrue();
                }
                time = event.recordedAt();
            }
            page = reader.after(position, PAGE);
        }
        assertThat(reader.head()).isEqualTo(position);
        return whole;
    }

    /** How many events it holds. */
    public int size() {
        return positions.size();
    }

    /** The position of each event. */
    public Map<UUID, Long> positions() {
        return Map.copyOf(positions);
    }

    /** Checks that each of {@code told} stands where its writer was told, and nothing else stands there. */
    public WholeLog holds(Map<UUID, Long> told) {
        told.forEach((event, position) -> assertThat(positions.get(event))
                .as("what was told of %s", event)
                .isEqualTo(position));
        return this;
    }
}
