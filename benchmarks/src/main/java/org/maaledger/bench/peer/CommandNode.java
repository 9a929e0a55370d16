package org.maaledger.bench.peer;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.config.annotation.SpringBeanParameterResolverFactory;
import org.maaledger.command.agreement.Editions;
import org.maaledger.command.config.AggregateShells;
import org.maaledger.command.config.CommandBusConfig;
import org.maaledger.command.config.CommandShellConfig;
import org.maaledger.command.config.FrameworkFiles;
import org.maaledger.command.shell.Append;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.command.shell.Shell;
import org.maaledger.command.shell.StreamSource;
import org.maaledger.command.shell.StreamStates;
import org.maaledger.log.LedgerReader;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The command side as the program configures it, without its edge, on one event store or another. */
final class CommandNode implements AutoCloseable {

    /** The program lets go of what it held for slow readers as often. */
    private static final long LET_GO_MILLIS = 1_000;

    private final GenericApplicationContext context = new GenericApplicationContext();
    private final LongAdder conflicts = new LongAdder();

    private CommandNode(EventStorageEngine storage) {
        context.registerBean(
                EventStore.class,
                () -> EmbeddedEventStore.builder()
                        .storageEngine(storage)
                        .cleanupDelay(LET_GO_MILLIS)
                        .build());
    }

    /** On the log, with all that belongs to it. */
    static CommandNode onTheLog(EventStorageEngine storage, LedgerReader reader) {
        CommandNode node = new CommandNode(storage);
        node.context.registerBean(LedgerReader.class, () -> reader);
        return node.start(CommandShellConfig.class);
    }

    /** On another event store: the same aggregates, bus and shell, whose appends rest on what {@code appends} offers. */
    static CommandNode on(EventStorageEngine storage, StreamSource streams, Append.Source appends) {
        CommandNode node = new CommandNode(storage);
        node.context.registerBean(StreamSource.class, () -> streams);
        node.context.registerBean(Append.Source.class, () -> appends);
        return node.start(ShellElsewhere.class);
    }

    private CommandNode start(Class<?> shell) {
        new AnnotatedBeanDefinitionReader(context).register(Parts.class, shell);
        context.refresh();
        context.getBean(CommandBus.class).registerHandlerInterceptor((unit, chain) -> {
            unit.onRollback(done -> {
                if (done.getExecutionResult().getExceptionResult() instanceof ConcurrencyException) {
                    conflicts.increment();
                }
            });
            return chain.proceed();
        });
        return this;
    }

    Dispatch dispatch() {
        return context.getBean(Dispatch.class);
    }

    EventStore events() {
        return context.getBean(EventStore.class);
    }

    /** How often a command was decided again because a stream had moved on. */
    long conflicts() {
        return conflicts.sum();
    }

    @Override
    public void close() {
        context.close();
    }

    /** As {@link CommandShellConfig}, for event stores that have no place for what the log knows of an append. */
    @Configuration(proxyBeanMethods = false)
    static class ShellElsewhere {

        @Bean
        ConfigurerModule aggregateShells() {
            return new AggregateShells();
        }

        @Bean
        Shell shell(StreamSource streams, Append.Source appends) {
            return new Shell(new StreamStates(streams), appends);
        }

        @Bean
        Editions editions() {
            return FrameworkFiles.shipped();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @Import(CommandBusConfig.class)
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
