package org.maaledger.bench.bus;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.maaledger.bench.bus.Clients.Sample;
import org.maaledger.bench.peer.Engine;

/** One engine with its load, and the number of commands in flight that suits it best. */
final class Contender {

    /** What may suit an engine best. */
    private static final List<Integer> IN_FLIGHT = List.of(8, 16, 32, 64, 128, 256);

    private final ReadingLoad load;
    private final double p99MillisMax;
    private int inFlight;
    private String choice;
    private String warmUp = "cold";

    /**
     * @param inFlight the number that is known to suit it
     * @param p99MillisMax only a number with which answers keep to this is chosen
     */
    Contender(ReadingLoad load, int inFlight, double p99MillisMax) {
        this.load = load;
        this.p99MillisMax = p99MillisMax;
        this.inFlight = inFlight;
        this.choice = "%d in flight, known to suit it".formatted(inFlight);
    }

    String name() {
        return load.engine().name();
    }

    Engine engine() {
        return load.engine();
    }

    ReadingLoad load() {
        return load;
    }

    /** How many are in flight and why, and how the engine was tuned. */
    String settings() {
        return "%s, %s; %s".formatted(choice, warmUp, engine().settings());
    }

    /** It was warmed up; {@code how} says it in words. */
    void warmed(String how) {
        warmUp = how;
    }

    /** Commands to all series, as many in flight as suit it. */
    Sample ask(Duration leadIn, Duration time) {
        return ask(inFlight, leadIn, time);
    }

    /** Commands to all series. */
    Sample ask(int clients, Duration leadIn, Duration time) {
        engine().makeRoomFor(clients);
        return Clients.ask(
                () -> () -> load.record(ThreadLocalRandom.current().nextInt(load.series())), clients, leadIn, time);
    }

    /** Commands to one series. */
    Sample askOne(int series, int clients, Duration leadIn, Duration time) {
        engine().makeRoomFor(clients);
        return Clients.ask(() -> () -> load.record(series), clients, leadIn, time);
    }

    /** Finds the number in flight that suits it best, by short trials, after a round of trials in which code is still getting faster. */
    void choose(Duration leadIn, Duration time) {
        IN_FLIGHT.forEach(clients -> ask(clients, leadIn, time));
        List<Sample> trials =
                IN_FLIGHT.stream().map(clients -> ask(clients, leadIn, time)).toList();
        Sample best = trials.getFirst();
        for (Sample trial : trials) {
            if (trial.perSecond() > best.perSecond() && trial.millis(99) <= p99MillisMax) {
                best = trial;
            }
        }
        inFlight = best.inFlight();
        engine().makeRoomFor(inFlight);
        choice = "%d in flight, the best of %s"
                .formatted(
                        inFlight,
                        trials.stream()
                                .map(trial -> "%d: %,.0f/s (p99 %.0f ms)"
                                        .formatted(trial.inFlight(), trial.perSecond(), trial.millis(99)))
                                .collect(Collectors.joining(", ")));
    }
}
