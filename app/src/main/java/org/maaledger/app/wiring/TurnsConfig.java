package org.maaledger.app.wiring;

import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Readers take turns at the processors (decision 0059). */
@Configuration(proxyBeanMethods = false)
class TurnsConfig {

    /** One at work, and one whose answer the database is at. */
    private static final int FOR_EACH_PROCESSOR = 2;

    /** Behind the measurement of requests, so that waiting counts, and before everything that costs anything. */
    private static final int BEHIND_THE_MEASUREMENT = Ordered.HIGHEST_PRECEDENCE + 2;

    @Bean
    FilterRegistrationBean<ReadersInTurn> readersInTurn() {
        int count = FOR_EACH_PROCESSOR * Runtime.getRuntime().availableProcessors();
        FilterRegistrationBean<ReadersInTurn> filter =
                new FilterRegistrationBean<>(new ReadersInTurn(new Turns(count, System::nanoTime)));
        filter.addUrlPatterns("/v1/*");
        filter.setOrder(BEHIND_THE_MEASUREMENT);
        return filter;
    }
}
