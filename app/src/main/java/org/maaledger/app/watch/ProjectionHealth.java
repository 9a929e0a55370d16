package org.maaledger.app.watch;

import java.time.Duration;
import java.util.List;
import org.maaledger.app.watch.BoundedLook.Sight;
import org.maaledger.query.projection.ProjectionState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * How one projection stands. One that lags, or that could not apply an event, is degraded: it goes on answering, and every answer says
 * up to which position, so nobody is sent away for it (decision 0049). One that cannot be read is out of service.
 */
final class ProjectionHealth implements HealthIndicator {

    /** It answers, but somebody should look at it. */
    static final Status DEGRADED = new Status("DEGRADED");

    /** Longer than another node needs to take over from one that died; a lag beyond it does not go away by itself. */
    static final Duration LAG_MAX = Duration.ofSeconds(30);

    private final String name;
    private final ProjectionWatch watch;

    ProjectionHealth(String name, ProjectionWatch watch) {
        this.name = name;
        this.watch = watch;
    }

    @Override
    public Health health() {
        return switch (watch.now()) {
            case Sight.Unseen<List<ProjectionState>>(String reason) ->
                Health.outOfService().withDetail("reason", reason).build();
            case Sight.Seen<List<ProjectionState>>(List<ProjectionState> states) ->
                states.stream()
                        .filter(state -> state.name().equals(name))
                        .findFirst()
                        .map(this::of)
                        .orElseGet(() -> Health.outOfService().build());
        };
    }

    private Health of(ProjectionState state) {
        String runs = watch.runsHere(name) ? "here" : state.running() ? "on another node" : "nowhere";
        return Health.status(status(state))
                .withDetail("position", state.position())
                .withDetail("lagEvents", state.lag())
                .withDetail("lagSeconds", state.lagMillis() / 1e3)
                .withDetail("deadLetters", state.deadLetters())
                .withDetail("rebuilding", state.filling())
                .withDetail("generation", state.generation())
                .withDetail("runs", runs)
                .build();
    }

    static Status status(ProjectionState state) {
        boolean behind = state.lagMillis() > LAG_MAX.toMillis();
        return behind || state.deadLetters() > 0 ? DEGRADED : Status.UP;
    }
}
