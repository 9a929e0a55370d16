package org.maaledger.command.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.importing.Mapping.Columns;
import org.maaledger.command.importing.SeenFigures.Earlier;
import org.maaledger.command.importing.SeenFigures.TakenBack;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.Observation;

/**
 * The first reading of a file: it tells every fault, and finds out which rows are to be taken and which areas and indicators are new.
 * It changes nothing.
 */
final class Inspection implements RowReader.Results {

    static final int SERIES_AND_PERIODS_MAX = 300_000;
    private static final int NEW_MAX = 10_000;

    private final ImportLedger ledger;
    private final Columns columns;
    private final NewPlaces places;
    private final SourceRef source;
    private final Tallies tallies;
    private final ImportListener listener;
    private final SeenFigures seen = new SeenFigures();
    private final Set<IndicatorCode> indicatorsMet = new HashSet<>();
    private final List<RegisterArea> newAreas = new ArrayList<>();
    private final List<RegisterIndicator> newIndicators = new ArrayList<>();

    /** @param places where the areas are gathered that the register lacks */
    Inspection(
            ImportLedger ledger,
            Mapping mapping,
            NewPlaces places,
            SourceRef source,
            Tallies tallies,
            ImportListener listener) {
        this.ledger = ledger;
        this.columns = mapping.columns();
        this.places = places;
        this.source = source;
        this.tallies = tallies;
        this.listener = listener;
    }

    /** Which of the rows are to be taken. */
    SeenFigures seen() {
        return seen;
    }

    /** The areas that the register lacks and rows are taken of, once the file is read. */
    List<RegisterArea> newAreas() {
        return newAreas;
    }

    /** The indicators that the catalogue lacks and rows are taken of, once the file is read. */
    List<RegisterIndicator> newIndicators() {
        return newIndicators;
    }

    /** Whether the file tells of more things than memory is set apart for. */
    boolean isTooWide() {
        return seen.seriesAndPeriods() > SERIES_AND_PERIODS_MAX
                || places.size() > NEW_MAX
                || indicatorsMet.size() > NEW_MAX;
    }

    @Override
    public void fault(Fault fault) {
        tallies.fault();
        listener.fault(fault);
    }

    @Override
    public void refused(ImportRule rule) {
        tallies.refused(rule, 1);
    }

    @Override
    public void met(IndicatorCode indicator, IndicatorDefinition definition) {
        if (indicatorsMet.add(indicator) && ledger.definition(indicator) == null) {
            newIndicators.add(new RegisterIndicator(indicator, definition, false, source, null));
        }
    }

    /** Of rows that contradict each other none is taken, whatever their order and however far apart they stand. */
    @Override
    public void stated(Fact fact) {
        switch (seen.enter(fact)) {
            case null -> {
                if (fact.figure().observation() instanceof Observation.Missing none) {
                    tallies.missing(none.missing().toString(), 1);
                }
            }
            case Earlier.Same(long line) ->
                refuse(fact.line(), ImportRule.ROW_REPEATED, "the row says what row %d says".formatted(line));
            case Earlier.Contested(long line) -> contradicts(fact, line);
            case Earlier.Contradicted earlier -> {
                contradicts(fact, earlier.line());
                refuse(
                        earlier.line(),
                        ImportRule.ROWS_CONTRADICT,
                        "row %d contradicts this one".formatted(fact.line()));
                if (earlier.missing() != null) {
                    tallies.missing(earlier.missing().toString(), -1);
                }
            }
        }
    }

    /**
     * The file is read to its end: now it is known which of the areas that the register lacks have two names, and nothing is taken of
     * those, and which have a row that is taken, and those are to be registered. Nor are indicators of which no row is taken.
     */
    void end() {
        if (places.anyContradicted()) {
            long told = 0;
            for (TakenBack one : seen.takeBack(id -> places.contradiction(id.area()) != null)) {
                tallies.refused(ImportRule.NEW_AREA_NAMES, 1);
                if (one.missing() != null) {
                    tallies.missing(one.missing().toString(), -1);
                }
                if (one.line() != told) {
                    String message = places.contradiction(one.area());
                    fault(Fault.of(
                            ImportRule.NEW_AREA_NAMES,
                            one.line(),
                            columns.areaName(),
                            null,
                            Objects.requireNonNull(message, "only rows of such areas are taken back")));
                    told = one.line();
                }
            }
        }
        Set<AreaCode> areas = new HashSet<>();
        Set<IndicatorCode> indicators = new HashSet<>();
        seen.eachSeriesTaken(id -> {
            areas.add(id.area());
            indicators.add(id.indicator());
        });
        places.each((area, details) -> {
            if (areas.contains(area)) {
                tallies.area();
                newAreas.add(new RegisterArea(area, details, source, null));
            }
        });
        newIndicators.removeIf(one -> !indicators.contains(one.indicator()));
        newIndicators.forEach(one -> tallies.indicator());
    }

    private void contradicts(Fact fact, long earlier) {
        String message = "the row and row %d say different things of %s, %s"
                .formatted(earlier, fact.series(), fact.figure().period());
        refuse(fact.line(), ImportRule.ROWS_CONTRADICT, message);
    }

    private void refuse(long line, ImportRule rule, String message) {
        tallies.refused(rule, 1);
        fault(Fault.of(rule, line, columns.value(), null, message));
    }
}
