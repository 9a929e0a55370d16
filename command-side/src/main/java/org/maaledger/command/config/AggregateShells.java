package org.maaledger.command.config;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.caching.Cache;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.AggregateFactory;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.maaledger.command.agreement.AgreementShell;
import org.maaledger.command.area.AreaShell;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.indicator.IndicatorShell;
import org.maaledger.command.reading.ReadingSeriesShell;
import org.maaledger.command.target.TargetShell;

/** Makes the aggregates known to Axon: each with the common cache, snapshots, and its stream as address. */
public final class AggregateShells implements ConfigurerModule {

    /** Every aggregate of the command side. */
    public static final List<Class<?>> ALL = List.of(
            AgreementShell.TYPE, TargetShell.TYPE, ReadingSeriesShell.TYPE, AreaShell.TYPE, IndicatorShell.TYPE);

    /** Aggregates at work, with room to spare; one takes a few kilobytes. */
    public static final int CACHED_MAX = 10_000;

    /** No command replays more events than this, and those that a snapshot needs to be stored meanwhile. */
    public static final int EVENTS_BETWEEN_SNAPSHOTS = 200;

    /** Series of readings have a cache of their own, or an import of many thousand would drive everything else out. */
    public static final int SERIES_CACHED_MAX = 5_000;

    private final Cache seriesCache = new BoundedCache(SERIES_CACHED_MAX);
    private final Cache cache;
    private final int eventsBetweenSnapshots;

    public AggregateShells() {
        this(new BoundedCache(CACHED_MAX), EVENTS_BETWEEN_SNAPSHOTS);
    }

    public AggregateShells(Cache cache, int eventsBetweenSnapshots) {
        this.cache = cache;
        this.eventsBetweenSnapshots = eventsBetweenSnapshots;
    }

    @Override
    public void configureModule(Configurer configurer) {
        ALL.forEach(type -> configurer.configureAggregate(shell(type)));
    }

    private <A> AggregateConfigurer<A> shell(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(configuration -> type == ReadingSeriesShell.TYPE ? seriesCache : cache)
                .configureCommandTargetResolver(configuration -> new ByStream())
                .configureSnapshotTrigger(configuration ->
                        new EventCountSnapshotTriggerDefinition(snapshotter(configuration), eventsBetweenSnapshots));
    }

    /** Not the one of Axon's Spring integration, which knows only aggregates that are beans. */
    private Snapshotter snapshotter(Configuration configuration) {
        return AggregateSnapshotter.builder()
                .eventStore(configuration.eventStore())
                .aggregateFactories(factories(configuration))
                .repositoryProvider(configuration::repository)
                .parameterResolverFactory(configuration.parameterResolverFactory())
                .executor(task -> Thread.ofVirtual().name("snapshot").start(task))
                .build();
    }

    private static List<AggregateFactory<?>> factories(Configuration configuration) {
        List<AggregateFactory<?>> factories = new ArrayList<>();
        ALL.forEach(type -> factories.add(factory(type, configuration)));
        return factories;
    }

    /** With the configuration's way to find what handlers ask for: in the program these are beans. */
    private static <A> AggregateFactory<A> factory(Class<A> type, Configuration configuration) {
        return new GenericAggregateFactory<>(AnnotatedAggregateMetaModelFactory.inspectAggregate(
                type, configuration.parameterResolverFactory(), configuration.handlerDefinition(type)));
    }

    /** A command says itself which stream it is for. Versions are the shell's to check. */
    private static final class ByStream implements CommandTargetResolver {
        @Override
        public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
            Object stream = ((LedgerCommand) command.getPayload()).stream();
            return new VersionedAggregateIdentifier(stream, null);
        }
    }
}
