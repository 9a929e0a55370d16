package org.maaledger.app.wiring;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Duration;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Axon on the log. The command bus and aggregates are configured by the command side, processors by the query side. */
@Configuration(proxyBeanMethods = false)
class AxonConfig {

    /** How often Axon looks for processors that have fallen behind what it holds in memory, and lets go of what it held for them. */
    private static final Duration LET_GO = Duration.ofSeconds(1);

    /** How often a process that does not write, and so hears of nothing, looks for what other processes have written. */
    private static final Duration LOOK_FOR_OTHERS = Duration.ofMillis(200);

    @Bean
    EventStore eventStore(EventStorageEngine engine) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .fetchDelay(LOOK_FOR_OTHERS.toMillis())
                .cleanupDelay(LET_GO.toMillis())
                .build();
    }

    /** For Axon's own things; events have their own form. Jackson 2: with the third, replay breaks. */
    @Bean
    @Primary
    Serializer generalSerializer() {
        return JacksonSerializer.builder()
                .objectMapper(
                        JsonMapper.builder().addModule(new JavaTimeModule()).build())
                .build();
    }
}
