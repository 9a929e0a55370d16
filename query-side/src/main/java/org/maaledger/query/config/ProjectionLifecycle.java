package org.maaledger.query.config;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maaledger.query.projection.LiveProcessing;
import org.maaledger.query.projection.LocalProcessing;
import org.maaledger.query.projection.Projections;
import org.springframework.context.SmartLifecycle;

/** Prepares the projections before the program listens, and stops processing before the database goes. */
final class ProjectionLifecycle implements SmartLifecycle, LocalProcessing {

    private final Projections projections;
    private final Supplier<LiveProcessing> processing;
    private @Nullable LiveProcessing running;

    ProjectionLifecycle(Projections projections, Supplier<LiveProcessing> processing) {
        this.projections = projections;
        this.processing = processing;
    }

    @Override
    public synchronized void start() {
        projections.prepare();
        LiveProcessing started = processing.get();
        started.start();
        running = started;
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    @Override
    public synchronized boolean runsHere(String projection) {
        return running != null && running.runsHere(projection);
    }

    /** Before the web server, which starts among the last and stops among the first. */
    @Override
    public int getPhase() {
        return 0;
    }
}
