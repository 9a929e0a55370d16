package org.maaledger.app.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.maaledger.app.identity.SecurityConfig.ActorDirectory;
import org.maaledger.app.postgres.DatabaseAccess;
import org.maaledger.app.postgres.DatabaseAccess.Login;
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

    /** Reads and projections; more would only wait for the same cores. */
    private static final int CONNECTIONS = 20;

    /** The appender works on one at a time, and needs another to find out what became of a lost commit. */
    private static final int APPENDER_CONNECTIONS = 3;

    /** Longer than any wait for a connection while the database answers; a request waits no longer when it does not. */
    private static final int CONNECTION_MILLIS_MAX = 10_000;

    /** The appender tries again by itself, and whoever asks how it is waits for the attempt. */
    private static final int APPENDER_CONNECTION_MILLIS_MAX = 2_000;

    /** Migrates first, as the owner, whose connection is then closed: nothing that runs later has its rights. */
    @Bean(destroyMethod = "close")
    @Primary
    HikariDataSource dataSource(DatabaseAccess access) {
        LogSchema.migrate(
                new DriverManagerDataSource(
                        access.url(), access.owner().user(), access.owner().password()),
                access.app().user());
        return pool("ledger", access, CONNECTIONS, CONNECTION_MILLIS_MAX);
    }

    /** The appender's own, and nobody else's: it sets limits on them. It is closed after the appender. */
    @Bean(destroyMethod = "close", defaultCandidate = false)
    @Qualifier(APPEND) HikariDataSource appendPool(DatabaseAccess access, DataSource migrated) {
        return pool(APPEND, access, APPENDER_CONNECTIONS, APPENDER_CONNECTION_MILLIS_MAX);
    }

    @Bean(destroyMethod = "close")
    Appender appender(
            @Qualifier(APPEND) HikariDataSource connections, EventSerializer serializer, AppendObserver observer) {
        return new Appender(connections, serializer, AppenderSettings.defaults(), observer);
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

    private static HikariDataSource pool(String name, DatabaseAccess access, int connections, int waitMillisMax) {
        Login login = access.app();
        HikariConfig config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(access.url());
        config.setUsername(login.user());
        config.setPassword(login.password());
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(waitMillisMax);
        config.addDataSourceProperty("ApplicationName", "maa-ledger " + name);
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        return new HikariDataSource(config);
    }
}
