package org.maaledger.command.config;

import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.maaledger.command.agreement.AgreementShell;
import org.maaledger.command.area.AreaShell;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.indicator.IndicatorShell;
import org.maaledger.command.reading.ReadingSeriesShell;
import org.maaledger.command.target.TargetShell;

/** Makes the aggregates known to Axon: each with a bounded cache, snapshots, and its stream as address. */
public final class AggregateShells implements ConfigurerModule {

    /** Every aggregate of the command side. */
    public static final List<Class<?>> ALL = List.of(
            AgreementShell.TYPE, TargetShell.TYPE, ReadingSeriesShell.TYPE, AreaShell.TYPE, IndicatorShell.TYPE);

    /** Aggregates of one kind at work, with room to spare; one takes a few kilobytes. */
    public static final int CACHED_MAX = 10_000;

    /**
     * No command replays more events than this, or than half of its stream where that is more, and those that a snapshot needs to be
     * stored meanwhile.
     */
    public static final int EVENTS_BETWEEN_SNAPSHOTS = 200;

    /** An import of many thousand series drives out nothing but other series. */
    public static final int SERIES_CACHED_MAX = 5_000;

    @Override
    public void configureModule(Configurer configurer) {
        ALL.forEach(type -> configurer.configureAggregate(shell(type)));
    }

    private <A> AggregateConfigurer<A> shell(Class<A> type) {
        return AggregateConfigurer.defaultConfiguration(type)
                .configureCache(configuration -> new BoundedCache(cachedMax(type)))
                .configureCommandTargetResolver(configuration -> new ByStream())
                .configureSnapshotTrigger(configuration ->
                        new SnapshotsFurtherApart(new StateSnapshotter(configuration), EVENTS_BETWEEN_SNAPSHOTS));
    }

    /** Each kind has a cache of its own, for an id that is asked for as another kind must not be found there. */
    private static int cachedMax(Class<?> type) {
        return type == ReadingSeriesShell.TYPE ? SERIES_CACHED_MAX : CACHED_MAX;
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
