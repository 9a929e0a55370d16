package org.maaledger.app.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.maaledger.app.watch.BoundedLook.Sight;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LedgerReader;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is watched in every process, whatever its roles. */
@Configuration(proxyBeanMethods = false)
public class WatchConfig {

    /** Qualifies the connections that are looked through; nobody else uses them. */
    public static final String CONNECTIONS = "watch";

    /** Behind the filters that find out who asks (-100), before everything that answers. */
    private static final int BEHIND_THE_DOOR = -50;

    @Bean
    AppendWatch appendWatch(MeterRegistry meters, InstantSource clock) {
        return new AppendWatch(meters, clock);
    }

    @Bean
    FilterRegistrationBean<RequestTrail> requestTrail() {
        FilterRegistrationBean<RequestTrail> trail = new FilterRegistrationBean<>(new RequestTrail());
        trail.setOrder(BEHIND_THE_DOOR);
        return trail;
    }

    @Bean(destroyMethod = "close")
    BoundedLook<Long> lookAtHead(@Qualifier(CONNECTIONS) DataSource connections, EventSerializer serializer) {
        return new BoundedLook<>("head", new LedgerReader(connections, serializer)::head);
    }

    @Bean
    MeterBinder headOfTheLog(BoundedLook<Long> lookAtHead) {
        return meters -> Gauge.builder("maal.log.head", () -> switch (lookAtHead.now()) {
                    case Sight.Seen<Long>(Long position) -> position;
                    case Sight.Unseen<Long> _ -> Double.NaN;
                })
                .description("The last position of the log")
                .register(meters);
    }
}
