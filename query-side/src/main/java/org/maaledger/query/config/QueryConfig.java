package org.maaledger.query.config;

import java.time.InstantSource;
import java.util.Collection;
import javax.sql.DataSource;
import org.maaledger.log.LedgerReader;
import org.maaledger.query.moment.KeptAnswers;
import org.maaledger.query.moment.Questions;
import org.maaledger.query.projection.Facts;
import org.maaledger.query.projection.LedgerFacts;
import org.maaledger.query.projection.Projections;
import org.maaledger.query.projection.Projector;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * The read side, to be imported by the program. It expects a {@code DataSource} of the application user with its transaction manager,
 * a {@code LedgerReader}, an {@code InstantSource}, Axon's event store, and a resolver of {@code Actor} arguments. Its parts are known by their full names, so that they cannot clash with those of the command side.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackages = "org.maaledger.query", nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@Import({ProcessingConfig.class, QuestionWebConfig.class})
public class QueryConfig {

    @Bean
    Facts facts(LedgerReader reader) {
        return new LedgerFacts(reader);
    }

    @Bean
    Projections projections(
            Collection<Projector> projectors, Facts facts, DataSource source, PlatformTransactionManager transactions) {
        return new Projections(projectors, facts, source, transactions);
    }

    @Bean
    Questions questions(
            DataSource source,
            PlatformTransactionManager transactions,
            Facts facts,
            InstantSource clock,
            Projections projections) {
        return new Questions(
                JdbcClient.create(source),
                new TransactionTemplate(transactions),
                facts,
                clock,
                projections.revisions());
    }

    @Bean
    KeptAnswers keptAnswers(Questions questions, Facts facts, JsonMapper json) {
        return new KeptAnswers(questions, facts, json::writeValueAsBytes, KeptAnswers.BYTES_MAX);
    }
}
