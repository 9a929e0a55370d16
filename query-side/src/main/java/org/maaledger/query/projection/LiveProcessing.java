package org.maaledger.query.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps every projection up with the log, by one of Axon's streaming processors for each.
 *
 * <p>A processor holds its token's claim, so of several nodes one runs it; it works through one segment, because a batch is written
 * set by set and one thread is enough for that. Its errors propagate: an event that cannot be applied never reaches Axon (it is a
 * dead letter already), so what does is trouble of the database, and the batch is tried again. Where a program of another revision has
 * taken over, the processor ends, because this one does not know the tables.
 */
public final class LiveProcessing {

    /** Events written in one transaction at most: a second of lag at the rates this is built for holds several such batches. */
    static final int BATCH_EVENTS_MAX = 1_000;

    /** How often a node that does not run a group asks whether it may. */
    private static final Duration CLAIM_INTERVAL = Duration.ofSeconds(2);

    /** Many times what a batch takes. */
    private static final Duration STOP_MAX = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(LiveProcessing.class);

    private final List<PooledStreamingEventProcessor> processors = new ArrayList<>();
    private final List<ScheduledExecutorService> executors = new ArrayList<>();

    /** Processes {@code source} into {@code projections}; the transactions of Axon must be those of the projections' tables. */
    public LiveProcessing(
            Projections projections,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            TokenStore tokens,
            TransactionManager transactions) {
        for (Projector projection : projections.all()) {
            processors.add(PooledStreamingEventProcessor.builder()
                    .name(projection.name())
                    .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                            .eventHandlers(List.<EventMessageHandler>of(
                                    new BatchHandler(projections, projection, () -> retire(projection.name()))))
                            .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                            .sequencingPolicy(new StreamSequencing())
                            .build())
                    .errorHandler(PropagatingErrorHandler.instance())
                    .messageSource(source)
                    .tokenStore(tokens)
                    .transactionManager(transactions)
                    .coordinatorExecutor(executor(projection.name() + "-coordinator"))
                    .workerExecutor(executor(projection.name() + "-worker"))
                    .initialSegmentCount(1)
                    // What the tables were filled with need not be read a second time to be passed over.
                    .initialToken(_ -> new GlobalSequenceTrackingToken(projections.position(projection)))
                    .batchSize(BATCH_EVENTS_MAX)
                    .tokenClaimInterval(CLAIM_INTERVAL.toMillis())
                    .build());
        }
    }

    private ScheduledExecutorService executor(String name) {
        ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("projection-" + name).daemon().factory());
        executors.add(executor);
        return executor;
    }

    /** Gives up the claim for good, to a node of the program that made the tables. */
    private void retire(String projection) {
        LOG.error(
                "the tables of {} are of another revision than this program, which stops writing them: stop this node",
                projection);
        // Not on the processor's own thread, whose batch has to end first.
        Thread.ofPlatform()
                .daemon()
                .name("projection-" + projection + "-end")
                .start(() -> processors.stream()
                        .filter(processor -> processor.getName().equals(projection))
                        .forEach(PooledStreamingEventProcessor::shutDown));
    }

    /** Begins; every projection must have been prepared. */
    public void start() {
        processors.forEach(PooledStreamingEventProcessor::start);
    }

    /** Ends after the batches in hand, and gives up the claims; a database that says nothing is not waited for. */
    public void stop() {
        CompletableFuture<?>[] ends = processors.stream()
                .map(PooledStreamingEventProcessor::shutdownAsync)
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(ends).get(STOP_MAX.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.error(
                    "the projections have not ended within {} s; what they had in hand is rolled back or whole, and their claims end by themselves",
                    STOP_MAX.toSeconds());
        } catch (ExecutionException e) {
            LOG.warn("a projection did not end in order; its claim ends by itself", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        executors.forEach(ScheduledExecutorService::shutdown);
    }

    /** Whether this node runs the processing group of {@code projection} and is not in trouble with it. */
    public boolean runsHere(String projection) {
        return processors.stream()
                .filter(processor -> processor.getName().equals(projection))
                .anyMatch(processor -> !processor.isError()
                        && processor.processingStatus().values().stream().noneMatch(status -> status.isErrorState())
                        && !processor.processingStatus().isEmpty());
    }
}
