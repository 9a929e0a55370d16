package org.maaledger.app.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import org.maaledger.query.projection.LocalProcessing;
import org.maaledger.query.projection.Projections;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is watched in a process that fills the projections or answers from them. */
@Configuration(proxyBeanMethods = false)
public class ProjectionWatchConfig {

    @Bean(destroyMethod = "close")
    ProjectionWatch projectionWatch(
            Projections projections, ObjectProvider<LocalProcessing> local, MeterRegistry meters) {
        return new ProjectionWatch(projections, local.getIfAvailable(() -> projection -> false), meters);
    }

    @Bean
    CompositeHealthContributor projectionsHealthContributor(Projections projections, ProjectionWatch watch) {
        Map<String, HealthContributor> each = new LinkedHashMap<>();
        projections.names().forEach(name -> each.put(name, new ProjectionHealth(name, watch)));
        return CompositeHealthContributor.fromMap(each);
    }
}
