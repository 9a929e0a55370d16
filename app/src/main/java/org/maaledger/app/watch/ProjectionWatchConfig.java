package org.maaledger.app.watch;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sql.DataSource;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LedgerReader;
import org.maaledger.query.projection.LedgerFacts;
import org.maaledger.query.projection.LocalProcessing;
import org.maaledger.query.projection.Projections;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** What is watched in a process that fills the projections or answers from them. */
@Configuration(proxyBeanMethods = false)
public class ProjectionWatchConfig {

    @Bean(destroyMethod = "close")
    ProjectionWatch projectionWatch(
            Projections projections,
            @Qualifier(WatchConfig.CONNECTIONS) DataSource connections,
            EventSerializer serializer,
            ObjectProvider<LocalProcessing> local,
            MeterRegistry meters) {
        Projections seen = new Projections(
                projections.all(),
                new LedgerFacts(new LedgerReader(connections, serializer)),
                connections,
                new JdbcTransactionManager(connections));
        return new ProjectionWatch(seen, local.getIfAvailable(() -> projection -> false), meters);
    }

    @Bean
    CompositeHealthContributor projectionsHealthContributor(Projections projections, ProjectionWatch watch) {
        Map<String, HealthContributor> each = new LinkedHashMap<>();
        projections.names().forEach(name -> each.put(name, new ProjectionHealth(name, watch)));
        return CompositeHealthContributor.fromMap(each);
    }
}
