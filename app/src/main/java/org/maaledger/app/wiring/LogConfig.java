package org.maaledger.app.wiring;

import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.maaledger.app.identity.SecurityConfig.ActorDirectory;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.watch.WatchConfig;
import org.maaledger.command.config.AggregateShells;
import org.maaledger.command.config.SnapshotJson;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.log.AppendObserver;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.Idempotency;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.LogSchema;
import org.maaledger.log.Snapshots;
import org.maaledger.log.Vault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The log and what reads it, on the database as the user that may add and never change. */
@Configuration(proxyBeanMethods = false)
class LogConfig {

    private static final String APPEND = "append";

    /** Migrates first, as the owner, whose connection is then closed: nothing that runs later has its rights. */
    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(DatabaseAccess access) {
        LogSchema.migrate(
                new DriverManagerDataSource(
                        access.url(), access.owner().user(), access.owner().password()),
                access.app().user());
        return Pool.LEDGER.open(access);
    }

    /** The appender's own, and nobody else's: it sets limits on them. It is closed after the appender. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    @Qualifier(APPEND) HikariDataSource appendPool(DatabaseAccess access, DataSource migrated) {
        return Pool.APPEND.open(access);
    }

    /** For health and measurements only, so that a look neither waits for other work nor holds it up. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    @Qualifier(WatchConfig.CONNECTIONS) HikariDataSource watchPool(DatabaseAccess access, DataSource migrated) {
        return Pool.WATCH.open(access);
    }

    @Bean(destroyMethod = "close")
    Appender appender(
            @Qualifier(APPEND) HikariDataSource connections, EventSerializer serializer, AppendObserver observer) {
        return new Appender(connections, serializer, AppenderSettings.defaults(), observer);
    }

    @Bean
    LogEnding logEnding(Appender appender) {
        return new LogEnding(appender);
    }

    @Bean
    EventSerializer ledgerEventSerializer() {
        return new EventSerializer();
    }

    @Bean
    LedgerReader ledgerReader(DataSource database, EventSerializer serializer) {
        return new LedgerReader(database, serializer);
    }

    @Bean
    Vault vault(DataSource database) {
        return new Vault(database);
    }

    @Bean
    Idempotency idempotency(DataSource database) {
        return new Idempotency(database);
    }

    /** Snapshots are read by the code that made them and by no other. */
    @Bean
    LedgerEventStorageEngine ledgerEventStorageEngine(DataSource database, Appender appender, LedgerReader reader) {
        String revision = CodeRevision.of(AggregateShells.class, LedgerEvent.class);
        return new LedgerEventStorageEngine(
                appender, reader, new Snapshots(database, SnapshotJson.serializer(), revision));
    }

    @Bean
    ActorDirectory actorDirectory(Vault vault) {
        return vault::actor;
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
