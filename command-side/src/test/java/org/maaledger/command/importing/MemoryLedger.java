package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.area.Area;
import org.maaledger.command.area.AreaCommand;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Fold;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.indicator.Indicator;
import org.maaledger.command.indicator.IndicatorCommand;
import org.maaledger.command.reading.ReadingCommand.RecordReadings;
import org.maaledger.command.reading.ReadingSeries;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.provenance.ActorId;
import org.maaledger.kernel.provenance.BodyId;
import org.maaledger.kernel.provenance.Office;
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.kernel.reading.ReadingEvent.ReadingCorrected;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.SeriesId;

/** A ledger of pure states in memory. */
final class MemoryLedger implements ImportLedger, Consulted {

    /** The day on which the tests import. */
    static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    private static final Act ACT = new Act(
            new Actor(
                    new ActorId(UUID.fromString("00000000-0000-4000-8000-00000000da7a")),
                    new BodyId("statistics"),
                    Office.DATA_PROVIDER),
            TODAY);

    private final Map<AreaCode, Area> areas = new ConcurrentHashMap<>();
    private final Map<IndicatorCode, Indicator> indicators = new ConcurrentHashMap<>();
    private final Map<String, ReadingSeries> series = new ConcurrentHashMap<>();
    private final Map<String, List<ReadingEvent>> events = new ConcurrentHashMap<>();

    private final List<SeriesId> lookedUp = new ArrayList<>();

    /** A ledger that holds the shipped areas. */
    static MemoryLedger withReferenceAreas() {
        MemoryLedger ledger = new MemoryLedger();
        ReferenceAreas.read()
                .forEach(area -> ledger.areas.put(area.code(), new Area.Registered(area.details(), area.successors())));
        return ledger;
    }

    List<ReadingEvent> eventsOf(String stream) {
        return events.getOrDefault(stream, List.of());
    }

    int seriesCount() {
        return series.size();
    }

    Map<AreaCode, Area> areas() {
        return areas;
    }

    Map<IndicatorCode, Indicator> indicators() {
        return indicators;
    }

    /** What the register says of a place, null if it does not know it. */
    @Nullable AreaDetails details(AreaCode area) {
        return areas.get(area) instanceof Area.Registered entry ? entry.details() : null;
    }

    @Override
    public void fill(AreaBook book) {
        areas.forEach((code, area) -> {
            if (area instanceof Area.Registered entry) {
                book.enter(code, entry.details());
            }
        });
    }

    @Override
    public @Nullable IndicatorDefinition definition(IndicatorCode indicator) {
        return indicators.get(indicator) instanceof Indicator.Registered entry ? entry.definition() : null;
    }

    @Override
    public @Nullable LocalDate withdrawnFrom(IndicatorCode indicator) {
        return indicators.get(indicator) instanceof Indicator.Registered entry ? entry.withdrawnFrom() : null;
    }

    @Override
    public void eachReading(SeriesId one, Consumer<ReadingRecorded> reading) {
        lookedUp.add(one);
        for (ReadingEvent event : eventsOf(one.toString())) {
            if (event instanceof ReadingRecorded it) {
                reading.accept(it);
            }
        }
    }

    /** The series of which an import asked what is on record, as often as it did. */
    List<SeriesId> lookedUp() {
        return lookedUp;
    }

    @Override
    public void expect(Collection<String> streams) {
        // All of it is in memory.
    }

    @Override
    public synchronized Outcome send(AreaCommand command) {
        Area area = areas.getOrDefault(command.area(), new Area.Unregistered());
        return switch (area.decide(command, this, ACT)) {
            case Decision.Refused<AreaEvent>(Refusal refusal) -> Outcome.of(refusal);
            case Decision.Accepted<AreaEvent>(List<AreaEvent> happened) -> {
                for (AreaEvent event : happened) {
                    area = area.evolve(event);
                }
                areas.put(command.area(), area);
                yield new Outcome.Done(0, 0);
            }
        };
    }

    @Override
    public synchronized Outcome send(IndicatorCommand command) {
        Indicator indicator = indicators.getOrDefault(command.indicator(), new Indicator.Unregistered());
        return switch (indicator.decide(command, ACT)) {
            case Decision.Refused<IndicatorEvent>(Refusal refusal) -> Outcome.of(refusal);
            case Decision.Accepted<IndicatorEvent>(List<IndicatorEvent> happened) -> {
                for (IndicatorEvent event : happened) {
                    indicator = indicator.evolve(event);
                }
                indicators.put(command.indicator(), indicator);
                yield new Outcome.Done(0, 0);
            }
        };
    }

    @Override
    public synchronized Outcome send(RecordReadings command) {
        ReadingSeries state = series.getOrDefault(command.stream(), ReadingSeries.UNOPENED);
        return switch (state.decide(command, this, ACT)) {
            case Decision.Refused<ReadingEvent>(Refusal refusal) -> Outcome.of(refusal);
            case Decision.Accepted<ReadingEvent>(List<ReadingEvent> happened) -> {
                int recorded = 0;
                int corrected = 0;
                for (ReadingEvent event : happened) {
                    state = state.evolve(event, ACT.on());
                    recorded += event instanceof ReadingRecorded ? 1 : 0;
                    corrected += event instanceof ReadingCorrected ? 1 : 0;
                }
                series.put(command.stream(), state);
                events.computeIfAbsent(command.stream(), key -> new ArrayList<>())
                        .addAll(happened);
                yield new Outcome.Done(recorded, corrected);
            }
        };
    }

    @Override
    public <S> S state(Fold<S> fold, String stream) {
        Object state = null;
        if (stream.startsWith("area:")) {
            state = areas.get(new AreaCode(stream.substring("area:".length())));
        } else if (stream.startsWith("indicator:")) {
            state = indicators.get(new IndicatorCode(stream.substring("indicator:".length())));
        }
        @SuppressWarnings("unchecked") // the name of the stream says which fold it is asked with
        S known = (S) state;
        return known == null ? fold.empty() : known;
    }

    /** The events of each series, in their order. */
    Map<String, List<ReadingEvent>> bySeries() {
        return events;
    }

    /** Every event of every series. */
    List<ReadingEvent> allReadingEvents() {
        return events.values().stream().flatMap(List::stream).toList();
    }
}
