package org.maaledger.command.config;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.shell.CommandObserver;
import org.maaledger.command.shell.Dispatch;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The command bus: no transaction of its own, because the log's appender is the only writer; conflicts are decided again. */
@Configuration(proxyBeanMethods = false)
public class CommandBusConfig {

    /** As many commands as this wait for another attempt at a time without hindering each other. */
    private static final int RETRY_THREADS = 64;

    private final CommandObserver observer;

    /** Where nobody looks at what commands end in. */
    public CommandBusConfig() {
        this.observer = CommandObserver.NONE;
    }

    /** Where somebody may look. */
    @Autowired
    public CommandBusConfig(ObjectProvider<CommandObserver> observer) {
        this.observer = observer.getIfAvailable(() -> CommandObserver.NONE);
    }

    /** The bus; it copies what the envelope needs from commands to events. */
    @Bean
    public CommandBus commandBus() {
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .rollbackConfiguration(CommandBusConfig::undoes)
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(EnvelopeOfCommand.providers()));
        return bus;
    }

    /** A unit of work that is undone drops its aggregate from the cache. A refusal has changed nothing, so there is nothing to undo. */
    private static boolean undoes(Throwable fault) {
        return !(fault instanceof CommandRefused refused && refused.isByKnownState());
    }

    /** The threads on which commands are decided again. */
    @Bean(destroyMethod = "shutdownNow")
    public ScheduledExecutorService commandRetries() {
        return Executors.newScheduledThreadPool(
                RETRY_THREADS,
                Thread.ofPlatform().daemon().name("command-retry-", 0).factory());
    }

    /** The gateway to the bus. */
    @Bean
    public CommandGateway commandGateway(CommandBus commandBus, ScheduledExecutorService commandRetries) {
        return DefaultCommandGateway.builder()
                .commandBus(commandBus)
                .retryScheduler(new ConflictRetries(commandRetries, observer))
                .build();
    }

    /** Sends commands with what the envelope of their events needs; somebody may look at what they end in. */
    @Bean
    public Dispatch dispatch(CommandGateway commandGateway) {
        return new Dispatch(commandGateway, new EnvelopeOfCommand(), observer);
    }
}
