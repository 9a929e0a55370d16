package org.maaledger.command.importing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.importing.SeenFigures.Earlier;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.provenance.SourceRef;
import org.maaledger.kernel.reading.Observation;
import org.maaledger.kernel.reading.SeriesId;

/**
 * One file on its way into the ledger. Readings are gathered by series, up to a bound, so that those of a series go in one append;
 * areas and indicators that the ledger lacks go before them.
 */
final class ImportRun implements RowReader.Results, AutoCloseable {

    /** Readings gathered before they are sent: about 15 MB. */
    private static final int GATHERED_MAX = 50_000;

    private final ImportLedger ledger;
    private final String fileName;
    private final Mapping mapping;
    private final boolean check;
    private final ImportListener listener;
    private final SourceRef source;
    private final Tallies tallies = new Tallies();
    private final SeenFigures seen = new SeenFigures();
    private final Set<IndicatorCode> indicatorsMet = new HashSet<>();
    private final List<RegisterArea> newAreas = new ArrayList<>();
    private final List<RegisterIndicator> newIndicators = new ArrayList<>();
    private final Map<SeriesId, List<Fact>> gathered = new LinkedHashMap<>();
    private final SeriesSender sender;
    private int gatheredCount;

    ImportRun(ImportLedger ledger, String fileName, Mapping mapping, boolean check, ImportListener listener) {
        this.ledger = ledger;
        this.fileName = fileName;
        this.mapping = mapping;
        this.check = check;
        this.listener = listener;
        this.source = new SourceRef(
                mapping.title() + ": " + fileName.replaceFirst("\\.gz$", "").replaceFirst("\\.csv$", ""),
                null,
                mapping.licence());
        this.sender = new SeriesSender(ledger, source, tallies);
    }

    void row(int readings) {
        tallies.row(readings);
    }

    void progress() {
        listener.progress(tallies.rows(), tallies.settled());
    }

    /** Nothing more of the file will be read. */
    void cutShort() {
        tallies.cutShort();
    }

    void unreadable(long line, String message) {
        fault(Fault.of(ImportRule.FILE_UNREADABLE, line, null, null, message));
        cutShort();
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
    public void met(AreaCode area, AreaDetails details) {
        tallies.area();
        newAreas.add(new RegisterArea(area, details, source, null));
    }

    @Override
    public void met(IndicatorCode indicator, IndicatorDefinition definition) {
        if (indicatorsMet.add(indicator) && ledger.definition(indicator) == null) {
            tallies.indicator();
            newIndicators.add(new RegisterIndicator(indicator, definition, false, source, null));
        }
    }

    @Override
    public void stated(Fact fact) {
        Earlier earlier = seen.enter(fact);
        if (earlier == null) {
            gather(fact);
        } else if (earlier.same()) {
            refuse(fact, ImportRule.ROW_REPEATED, "the row says what row %d says".formatted(earlier.line()));
        } else {
            refuse(
                    fact,
                    ImportRule.ROWS_CONTRADICT,
                    "the row and row %d say different things of %s, %s"
                            .formatted(
                                    earlier.line(), fact.series(), fact.figure().period()));
            withdraw(fact, earlier.line());
        }
    }

    private void gather(Fact fact) {
        if (fact.figure().observation() instanceof Observation.Missing none) {
            tallies.missing(none.missing().toString(), 1);
        }
        if (check) {
            return;
        }
        gathered.computeIfAbsent(fact.series(), key -> new ArrayList<>(8)).add(fact);
        if (++gatheredCount >= GATHERED_MAX) {
            flush();
        }
    }

    private void refuse(Fact fact, ImportRule rule, String message) {
        tallies.refused(rule, 1);
        fault(Fault.of(rule, fact.line(), mapping.columns().value(), null, message));
    }

    /** Of two rows that contradict each other none is taken, unless the earlier one is on its way already. */
    private void withdraw(Fact later, long earlierLine) {
        Iterator<Fact> facts = gathered.getOrDefault(later.series(), List.of()).iterator();
        while (facts.hasNext()) {
            Fact earlier = facts.next();
            if (earlier.line() == earlierLine
                    && earlier.figure().period().equals(later.figure().period())) {
                facts.remove();
                gatheredCount--;
                sender.uncount(earlier);
                refuse(earlier, ImportRule.ROWS_CONTRADICT, "row %d contradicts this one".formatted(later.line()));
            }
        }
    }

    private void flush() {
        sender.registerAreas(newAreas);
        sender.registerIndicators(newIndicators);
        newAreas.clear();
        newIndicators.clear();
        gathered.values().forEach(sender::send);
        gathered.clear();
        gatheredCount = 0;
        sender.refusals().forEach(this::fault);
        progress();
    }

    /** Sends what is gathered, waits for all, and reports. */
    ImportReport finish() {
        if (!check) {
            flush();
            sender.await();
            sender.refusals().forEach(this::fault);
        }
        progress();
        ImportReport report = tallies.report(fileName, mapping.name(), check, seen.seriesCount());
        if (!check && report.accepted() != report.recorded() + report.corrected() + report.unchanged()) {
            throw new IllegalStateException("the rows do not add up: " + report);
        }
        return report;
    }

    @Override
    public void close() {
        sender.close();
    }
}
