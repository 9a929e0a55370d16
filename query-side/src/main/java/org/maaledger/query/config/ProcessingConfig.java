package org.maaledger.query.config;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.json.JacksonSerializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.maaledger.query.projection.LiveProcessing;
import org.maaledger.query.projection.Projections;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/** Live processing, on the nodes whose role is to project. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "maal.project", havingValue = "true", matchIfMissing = true)
class ProcessingConfig {

    /** A node that has not renewed its claim for so long is taken for dead, and another one takes over. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

    /** Tells apart the nodes of one process, which only tests have. */
    private static final AtomicInteger NODES = new AtomicInteger();

    private static final TokenSchema TOKENS = TokenSchema.builder()
            .setTokenTable("query.token_entry")
            .setProcessorNameColumn("processor_name")
            .setTokenTypeColumn("token_type")
            .build();

    @Bean
    ProjectionLifecycle projectionLifecycle(
            Projections projections, EventStore events, DataSource source, PlatformTransactionManager transactions) {
        return new ProjectionLifecycle(
                projections,
                () -> new LiveProcessing(
                        projections, events, tokens(source), new SpringTransactionManager(transactions)));
    }

    static TokenStore tokens(DataSource source) {
        return new FollowedTokens(JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(source))
                .serializer(JacksonSerializer.builder()
                        .objectMapper(JsonMapper.builder().build())
                        .build())
                .schema(TOKENS)
                .claimTimeout(CLAIM_TIMEOUT)
                .contentType(byte[].class)
                .nodeId(ManagementFactory.getRuntimeMXBean().getName() + "/" + NODES.incrementAndGet()));
    }
}
