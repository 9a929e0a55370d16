package org.maaledger.bench;

import java.util.List;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.maaledger.command.config.CommandBusConfig;
import org.maaledger.command.config.CommandShellConfig;
import org.maaledger.command.config.SnapshotJson;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.log.Appender;
import org.maaledger.log.AppenderSettings;
import org.maaledger.log.EventSerializer;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.Snapshots;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The command side as the program configures it, without its edge, on a database that is already migrated. */
final class CommandNode implements AutoCloseable {

    private final Appender appender;
    private final GenericApplicationContext context = new GenericApplicationContext();

    /**
     * @param pool pooled connections as the application user
     * @param fresh connections of the appender's own
     */
    CommandNode(DataSource pool, DataSource fresh) {
        EventSerializer serializer = new EventSerializer();
        LedgerReader reader = new LedgerReader(pool, serializer);
        appender = new Appender(fresh, serializer, AppenderSettings.defaults());
        Snapshots snapshots = new Snapshots(pool, SnapshotJson.serializer(), "benchmark");
        context.registerBean(LedgerReader.class, () -> reader);
        context.registerBean(
                EventStore.class,
                () -> EmbeddedEventStore.builder()
                        .storageEngine(new LedgerEventStorageEngine(appender, reader, snapshots))
                        .build());
        new AnnotatedBeanDefinitionReader(context).register(Parts.class);
        context.refresh();
    }

    Dispatch dispatch() {
        return context.getBean(Dispatch.class);
    }

    @Override
    public void close() {
        context.close();
        appender.close();
    }

    @Configuration(proxyBeanMethods = false)
    @Import({CommandBusConfig.class, CommandShellConfig.class})
    static class Parts {

        @Bean(initMethod = "start", destroyMethod = "shutdown")
        org.axonframework.config.Configuration axon(
                ApplicationContext beans,
                CommandBus commandBus,
                EventStore eventStore,
                List<ConfigurerModule> modules) {
            Configurer configurer = DefaultConfigurer.defaultConfiguration()
                    .configureCommandBus(configuration -> commandBus)
                    .configureEventStore(configuration -> eventStore)
                    .registerComponent(
                            ParameterResolverFactory.class,
                            configuration -> MultiParameterResolverFactory.ordered(
                                    ClasspathParameterResolverFactory.forClass(CommandNode.class),
                                    new SpringBeanParameterResolverFactory(beans)));
            modules.forEach(module -> module.configureModule(configurer));
            return configurer.buildConfiguration();
        }
    }
}
