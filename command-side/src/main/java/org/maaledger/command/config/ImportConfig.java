package org.maaledger.command.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.maaledger.command.importing.ImportLedgers;
import org.maaledger.command.importing.LoggedStreams;
import org.maaledger.command.importing.Mappings;
import org.maaledger.command.importing.Uploads;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.LedgerReader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** What imports need beside the command bus. */
@Configuration(proxyBeanMethods = false)
public class ImportConfig {

    /** The mappings that ship with the program. */
    @Bean
    public Mappings mappings() {
        return new Mappings();
    }

    /** Where files are put aside while they are read: in the folder that {@code maal.imports} names, or else in one of this process alone. */
    @Bean
    public Uploads uploads(Environment environment) throws IOException {
        String folder = environment.getProperty("maal.imports");
        return new Uploads(folder == null ? temporary() : Path.of(folder), Uploads.Bounds.USUAL);
    }

    /** Under a name of its own: what another user of the machine has made is not in its way. */
    private static Path temporary() throws IOException {
        Path folder = Files.createTempDirectory("maal-imports-");
        folder.toFile().deleteOnExit();
        return folder;
    }

    /** The ledger, for imports; series are read from the log some hundred at a time, and reports are told to the program. */
    @Bean
    public ImportLedgers importLedgers(
            Dispatch dispatch,
            LedgerReader reader,
            LedgerEventStorageEngine engine,
            ApplicationEventPublisher listeners) {
        return new ImportLedgers(dispatch, new LoggedStreams(reader), engine::readAhead, listeners::publishEvent);
    }
}
