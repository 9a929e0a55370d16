package org.maaledger.app.wiring;

import org.maaledger.log.Appender;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whether this process can do its work; why it cannot stands in its log, not in an answer to anybody. */
@Configuration(proxyBeanMethods = false)
class HealthConfig {

    @Bean
    HealthIndicator appending(Appender appender) {
        return () -> appender.health().writing()
                ? Health.up().build()
                : Health.outOfService().build();
    }
}
