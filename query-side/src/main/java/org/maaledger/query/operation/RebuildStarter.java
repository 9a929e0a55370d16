package org.maaledger.query.operation;

import org.maaledger.query.projection.Projections;
import org.maaledger.query.projection.RebuildFailed;
import org.maaledger.query.projection.RebuildReport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Runs rebuilds behind the request that asked for them. */
@Component
final class RebuildStarter {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildStarter.class);

    private final Projections projections;
    private final ApplicationEventPublisher listeners;

    /** @param listeners are told how each rebuild ends */
    RebuildStarter(Projections projections, ApplicationEventPublisher listeners) {
        this.projections = projections;
        this.listeners = listeners;
    }

    /** Begins it, and returns the generation that answers until the new one takes over. */
    int start(String projection) {
        // Whoever is told that it has begun must not find that another node was first.
        Projections.Begun begun = projections.begin(projection);
        Thread.ofPlatform().daemon().name("rebuild-" + projection).start(() -> run(projection, begun));
        return begun.from();
    }

    void run(String projection, Projections.Begun begun) {
        Object ending = ending(projection, begun);
        try {
            listeners.publishEvent(ending);
        } catch (RuntimeException e) {
            LOG.error(
                    "whoever listens to how rebuilds end failed; the rebuild of {} is not touched by it",
                    projection,
                    e);
        }
    }

    private static Object ending(String projection, Projections.Begun begun) {
        try {
            RebuildReport report = begun.run(position -> {});
            LOG.info(
                    "rebuilt {}: generation {} at position {}, {} events/s, {} dead letters",
                    report.projection(),
                    report.generation(),
                    report.position(),
                    report.eventsPerSecond(),
                    report.deadLetters());
            return report;
        } catch (RuntimeException e) {
            LOG.error("the rebuild of {} failed; the old tables go on answering", projection, e);
            return new RebuildFailed(projection);
        }
    }
}
