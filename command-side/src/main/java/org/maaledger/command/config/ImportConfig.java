package org.maaledger.command.config;

import org.maaledger.command.importing.LoggedStreams;
import org.maaledger.command.importing.Mappings;
import org.maaledger.command.importing.ReferenceStreams;
import org.maaledger.log.LedgerReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What imports need beside the command bus. */
@Configuration(proxyBeanMethods = false)
public class ImportConfig {

    /** The mappings that ship with the program. */
    @Bean
    public Mappings mappings() {
        return new Mappings();
    }

    /** Areas and indicators, as the log holds them. */
    @Bean
    public ReferenceStreams referenceStreams(LedgerReader reader) {
        return new LoggedStreams(reader);
    }
}
