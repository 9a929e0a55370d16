package org.maaledger.command.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.importing.ImportLedger.Outcome;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.command.reading.Figure;
import org.maaledger.command.reading.ReadingCommand.RecordReadings;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;

/** Sends the readings of a file to the ledger, one command for each series, many at a time: the log stores them in groups. */
final class SeriesSender implements AutoCloseable {

    /** Commands under way: as many as the log takes into one commit when each holds a short series. */
    private static final int IN_FLIGHT_MAX = 128;

    private record Refusal(List<Fact> facts, Outcome.Refused refused) {}

    private final ImportLedger ledger;
    private final SourceRef source;
    private final Tallies tallies;
    private final Semaphore free = new Semaphore(IN_FLIGHT_MAX);
    private final ExecutorService threads = Executors.newFixedThreadPool(
            IN_FLIGHT_MAX, Thread.ofPlatform().daemon().name("import-", 0).factory());
    private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    SeriesSender(ImportLedger ledger, SourceRef source, Tallies tallies) {
        this.ledger = ledger;
        this.source = source;
        this.tallies = tallies;
    }

    /** Registers areas, and waits until they are. */
    void registerAreas(List<RegisterArea> areas) {
        areas.forEach(area -> start(() -> ledger.send(area), List.of()));
        await();
    }

    /** Registers indicators, and waits until they are. */
    void registerIndicators(List<RegisterIndicator> indicators) {
        indicators.forEach(indicator -> start(() -> ledger.send(indicator), List.of()));
        await();
    }

    /** Says which series are sent next. */
    void expect(List<SeriesId> series) {
        ledger.expect(series.stream().map(SeriesId::toString).toList());
    }

    /** Sends the readings of one series. */
    void send(List<Fact> facts) {
        for (int from = 0; from < facts.size(); from += RecordReadings.FIGURES_MAX) {
            List<Fact> part =
                    List.copyOf(facts.subList(from, Math.min(facts.size(), from + RecordReadings.FIGURES_MAX)));
            List<Figure> figures = part.stream().map(Fact::figure).toList();
            RecordReadings command = new RecordReadings(part.getFirst().series(), figures, source, null);
            start(() -> ledger.send(command), part);
        }
    }

    private void start(Supplier<Outcome> command, List<Fact> facts) {
        free.acquireUninterruptibly();
        threads.execute(() -> {
            try {
                if (failure.get() == null) {
                    settle(command.get(), facts);
                }
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            } finally {
                free.release();
            }
        });
    }

    private void settle(Outcome outcome, List<Fact> facts) {
        switch (outcome) {
            case Outcome.Done(int recorded, int corrected) -> {
                if (!facts.isEmpty()) {
                    tallies.settled(recorded, corrected, facts.size() - recorded - corrected);
                }
            }
            case Outcome.Known() -> tallies.settled(0, 0, facts.size());
            case Outcome.Refused refused -> refusals.add(new Refusal(facts, refused));
        }
    }

    /** Waits for everything that is under way. */
    void await() {
        free.acquireUninterruptibly(IN_FLIGHT_MAX);
        free.release(IN_FLIGHT_MAX);
        Throwable broken = failure.get();
        if (broken != null) {
            throw new IllegalStateException(
                    "the import was broken off; importing the file again goes on where it stopped", broken);
        }
    }

    /** The faults of what the ledger has refused since this was last asked; its readings are counted as refused. */
    List<Fault> refusals() {
        List<Fault> faults = new ArrayList<>();
        for (Refusal refusal = refusals.poll(); refusal != null; refusal = refusals.poll()) {
            tallies.refused(ImportRule.REFUSED_BY_LEDGER, refusal.facts().size());
            refusal.facts().forEach(this::uncount);
            long line =
                    refusal.facts().isEmpty() ? 1 : refusal.facts().getFirst().line();
            faults.add(Fault.of(
                    ImportRule.REFUSED_BY_LEDGER,
                    line,
                    null,
                    refusal.refused().code(),
                    "%d readings: %s"
                            .formatted(refusal.facts().size(), refusal.refused().message())));
        }
        return faults;
    }

    /** Takes back the count of a reading that says there is no figure, because it is refused after all. */
    void uncount(Fact fact) {
        if (fact.figure().observation() instanceof Observation.Missing none) {
            tallies.missing(none.missing().toString(), -1);
        }
    }

    @Override
    public void close() {
        threads.close();
    }
}
