package org.maaledger.query.operation;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.maaledger.query.projection.Projections;
import org.maaledger.query.projection.RebuildReport;
import org.maaledger.query.projection.RebuildUnderWay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs rebuilds behind the request that asked for them. */
@Component
final class RebuildStarter {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildStarter.class);

    private final Projections projections;
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    RebuildStarter(Projections projections) {
        this.projections = projections;
    }

    void start(String projection) {
        if (!running.add(projection)) {
            throw new RebuildUnderWay(projection);
        }
        Thread.ofPlatform().daemon().name("rebuild-" + projection).start(() -> run(projection));
    }

    private void run(String projection) {
        try {
            RebuildReport report = projections.rebuild(projection, position -> {});
            LOG.info(
                    "rebuilt {}: generation {} at position {}, {} events/s, {} dead letters",
                    report.projection(),
                    report.generation(),
                    report.position(),
                    report.eventsPerSecond(),
                    report.deadLetters());
        } catch (RuntimeException e) {
            LOG.error("the rebuild of {} failed; the old tables go on answering", projection, e);
        } finally {
            running.remove(projection);
        }
    }
}
