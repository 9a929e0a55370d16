package org.maaledger.app.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.maaledger.log.Appender;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is watched in a process that takes commands. */
@Configuration(proxyBeanMethods = false)
public class CommandWatchConfig {

    @Bean
    CommandWatch commandWatch(MeterRegistry meters) {
        return new CommandWatch(meters);
    }

    @Bean
    ImportWatch importWatch(MeterRegistry meters) {
        return new ImportWatch(meters);
    }

    @Bean
    HealthIndicator logHealthIndicator(Appender appender, AppendWatch watch) {
        return new LogHealth(appender, watch);
    }

    @Bean
    MeterBinder appenderAtWork(Appender appender) {
        return meters -> {
            Gauge.builder("maal.log.queue", appender::waiting)
                    .description("Appends that wait to be taken in hand")
                    .register(meters);
            Gauge.builder("maal.log.writing", () -> isWriting(appender) ? 1 : 0)
                    .description("1 while the log can be written to, as last found out")
                    .register(meters);
        };
    }

    /** Whoever collects measurements waits for no database: it has the answer found out for the next time. */
    private static boolean isWriting(Appender appender) {
        return appender.look().getNow(appender.health()).writing();
    }
}
