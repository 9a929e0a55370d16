package org.maaledger.command.config;

import org.axonframework.config.ConfigurerModule;
import org.maaledger.command.agreement.Editions;
import org.maaledger.command.shell.Shell;
import org.maaledger.command.shell.StreamStates;
import org.maaledger.log.LedgerReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Aggregates, and the shell that they share, on the log. */
@Configuration(proxyBeanMethods = false)
public class CommandShellConfig {

    /** The aggregates. */
    @Bean
    public ConfigurerModule aggregateShells() {
        return new AggregateShells();
    }

    /** The states of consulted streams. */
    @Bean
    public StreamStates streamStates(LedgerReader reader) {
        return new StreamStates(new LogStreams(reader));
    }

    /** The shell of all aggregates. */
    @Bean
    public Shell shell(StreamStates streamStates) {
        return new Shell(streamStates, new LogAppends());
    }

    /** The framework editions. */
    @Bean
    public Editions editions() {
        return FrameworkFiles.shipped();
    }
}
