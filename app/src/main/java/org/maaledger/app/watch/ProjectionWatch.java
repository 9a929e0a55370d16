package org.maaledger.app.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.maaledger.app.watch.BoundedLook.Sight;
import org.maaledger.query.projection.LocalProcessing;
import org.maaledger.query.projection.ProjectionState;
import org.maaledger.query.projection.Projections;
import org.maaledger.query.projection.RebuildFailed;
import org.maaledger.query.projection.RebuildReport;
import org.springframework.context.event.EventListener;

/** How the projections stand, in measurements; one look at the database for all of them. */
final class ProjectionWatch implements AutoCloseable {

    private final BoundedLook<List<ProjectionState>> look;
    private final LocalProcessing local;
    private final MeterRegistry meters;

    /** @param local what this process does for them; nothing if its role is another */
    ProjectionWatch(Projections projections, LocalProcessing local, MeterRegistry meters) {
        this.look = new BoundedLook<>("projections", projections::states);
        this.local = local;
        this.meters = meters;
        projections.names().forEach(this::measure);
    }

    /** How they stand, or why that cannot be seen. */
    Sight<List<ProjectionState>> now() {
        return look.now();
    }

    boolean runsHere(String projection) {
        return local.runsHere(projection);
    }

    private void measure(String name) {
        gauge("maal.projection.position", "events", "The newest event that it holds", name, ProjectionState::position);
        gauge("maal.projection.lag", "events", "Events that it does not hold yet", name, ProjectionState::lag);
        gauge(
                "maal.projection.lag",
                "seconds",
                "Age of the oldest event that it does not hold yet",
                name,
                state -> state.lagMillis() / 1e3);
        gauge(
                "maal.projection.dead.letters",
                "",
                "Events that it could not apply, those that wait behind them included",
                name,
                ProjectionState::deadLetters);
        gauge(
                "maal.projection.rebuilding",
                "",
                "1 while another generation is being filled or dropped",
                name,
                state -> state.filling() ? 1 : 0);
        gauge(
                "maal.projection.running",
                "",
                "1 while some process keeps it up with the log",
                name,
                state -> state.running() ? 1 : 0);
        Gauge.builder("maal.projection.running.here", () -> local.runsHere(name) ? 1 : 0)
                .description("1 while this process keeps it up with the log")
                .tag("projection", name)
                .register(meters);
    }

    private void gauge(
            String meter, String unit, String description, String name, ToDoubleFunction<ProjectionState> value) {
        Gauge.builder(
                        unit.isEmpty() ? meter : meter + "." + unit,
                        () -> state(name).map(value::applyAsDouble).orElse(Double.NaN))
                .description(description)
                .tag("projection", name)
                .register(meters);
    }

    private Optional<ProjectionState> state(String name) {
        return switch (look.now()) {
            case Sight.Seen<List<ProjectionState>>(List<ProjectionState> states) ->
                states.stream().filter(state -> state.name().equals(name)).findFirst();
            case Sight.Unseen<List<ProjectionState>> _ -> Optional.empty();
        };
    }

    /** A rebuild that somebody asked for is done. */
    @EventListener
    void rebuilt(RebuildReport report) {
        rebuilds(report.projection(), "done").record(report.took());
    }

    /** A rebuild that somebody asked for came to nothing. */
    @EventListener
    void rebuildFailed(RebuildFailed failed) {
        rebuilds(failed.projection(), "failed").record(Duration.ZERO);
    }

    private Timer rebuilds(String projection, String outcome) {
        return Timer.builder("maal.projection.rebuilds")
                .description("Rebuilds that were asked for here, and how long those took that were done")
                .tag("projection", projection)
                .tag("outcome", outcome)
                .register(meters);
    }

    @Override
    public void close() {
        look.close();
    }
}
