package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.junit.jupiter.api.Test;

/** Aim: the ids of events lie in the order of time in their index. Method: Axon is asked for many, as it is for each event. */
class TimeOrderedIdsTest {

    private static final int TIME_SHIFT = 16;

    @Test
    void begin_with_the_time_and_are_never_the_same() {
        Set<UUID> ids = new HashSet<>();
        long before = System.currentTimeMillis();
        for (int i = 0; i < 10_000; i++) {
            UUID id = UUID.fromString(IdentifierFactory.getInstance().generateIdentifier());
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).as("of RFC 9562").isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> TIME_SHIFT).isBetween(before, System.currentTimeMillis());
            ids.add(id);
        }
        assertThat(ids).hasSize(10_000);
    }
}
