package org.maaledger.command.importing;

import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.serialization.json.JacksonSerializer;
import org.maaledger.command.agreement.Editions;
import org.maaledger.command.config.AggregateShells;
import org.maaledger.command.config.CommandBusConfig;
import org.maaledger.command.config.CommandShellConfig;
import org.maaledger.command.config.FrameworkFiles;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.command.shell.Shell;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.testing.LedgerDatabase;

/** The command side on a log of its own, for imports. */
final class LiveLedger implements AutoCloseable {

    static final Actor PROVIDER = new Actor(
            new ActorId(UUID.fromString("00000000-0000-4000-8000-00000000da7a")),
            new BodyId("statistics"),
            Office.DATA_PROVIDER);

    final LedgerDatabase database = LedgerDatabase.create();
    private final ScheduledExecutorService retries = Executors.newScheduledThreadPool(2);
    private final Configuration axon;
    private final ImportLedgers ledgers;

    LiveLedger() {
        LedgerEventStorageEngine engine = new LedgerEventStorageEngine(database.appender(), database.reader(), null);
        CommandBusConfig buses = new CommandBusConfig();
        CommandShellConfig shells = new CommandShellConfig();
        Configurer configurer = DefaultConfigurer.defaultConfiguration(false)
                .configureSerializer(configuration -> JacksonSerializer.defaultSerializer())
                .configureEmbeddedEventStore(configuration -> engine)
                .configureTransactionManager(configuration -> NoTransactionManager.INSTANCE)
                .configureCommandBus(configuration -> buses.commandBus())
                .registerComponent(Shell.class, configuration -> shells.shell(shells.streamStates(database.reader())))
                .registerComponent(Editions.class, configuration -> FrameworkFiles.shipped());
        new AggregateShells().configureModule(configurer);
        axon = configurer.start();
        Dispatch dispatch = buses.dispatch(buses.commandGateway(axon.getComponent(CommandBus.class), retries));
        ledgers = new ImportLedgers(dispatch, new LoggedStreams(database.reader()), engine::readAhead, report -> {});
    }

    ImportLedgers ledgers() {
        return ledgers;
    }

    /** The ledger as an import begins to use it. */
    CommandedLedger forImport() {
        return ledgers.of(PROVIDER, MemoryLedger.TODAY);
    }

    /** Loads the shipped reference data. */
    ReferenceImport.ReferenceReport loadReferenceData() {
        CommandedLedger ledger = forImport();
        return new ReferenceImport(ledger, ledger::details).run();
    }

    @Override
    public void close() {
        axon.shutdown();
        retries.shutdownNow();
        database.close();
    }
}
