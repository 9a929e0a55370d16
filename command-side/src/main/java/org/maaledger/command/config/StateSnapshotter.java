package org.maaledger.command.config;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.AggregateSnapshotter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Takes snapshots of states as the cache holds them, under the aggregate's lock. Axon's own way reads every event a second time,
 * which under load took as long as recording them.
 */
final class StateSnapshotter extends AggregateSnapshotter {

    private final Configuration configuration;

    /** @param configuration where the repositories are found, and what Axon asks of any snapshotter */
    StateSnapshotter(Configuration configuration) {
        super(builder()
                .eventStore(configuration.eventStore())
                .repositoryProvider(configuration::repository)
                .parameterResolverFactory(configuration.parameterResolverFactory())
                .executor(oneThread()));
        this.configuration = configuration;
    }

    @Override
    protected Runnable createSnapshotterTask(Class<?> aggregateType, String aggregateIdentifier) {
        return () -> store(configuration.repository(aggregateType), aggregateIdentifier);
    }

    private <A> void store(Repository<A> repository, String id) {
        DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>(id)).execute(() -> {
            Aggregate<A> aggregate = repository.load(id);
            aggregate.execute(state -> getEventStore()
                    .storeSnapshot(new GenericDomainEventMessage<>(aggregate.type(), id, aggregate.version(), state)));
        });
    }

    /** One is enough; an aggregate waits at most once, so that the queue is never longer than there are aggregates at work. */
    private static Executor oneThread() {
        ThreadPoolExecutor thread = new ThreadPoolExecutor(
                1,
                1,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().daemon().name("snapshots").factory());
        thread.allowCoreThreadTimeOut(true);
        return thread;
    }
}
