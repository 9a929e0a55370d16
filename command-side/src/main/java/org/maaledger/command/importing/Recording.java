package org.maaledger.command.importing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.reading.SeriesId;

/**
 * The second reading of a file: it brings the readings that the first one left to the ledger. They are gathered by series, up to a
 * bound, so that those of a series go in one append; what is gathered is stored before more is sent, so that those of a series are
 * stored in the order of the file whatever the bound.
 */
final class Recording implements RowReader.Results {

    /** Readings gathered before they are sent: about 15 MB. */
    static final int GATHERED_MAX = 50_000;

    /** Series that the ledger is told of together, between two words about how far it is: some thousand events. */
    private static final int AT_ONCE_SERIES = 256;

    private final SeenFigures seen;
    private final SeriesSender sender;
    private final int gatheredMax;
    private final Runnable progress;
    private final Map<SeriesId, List<Fact>> gathered = new LinkedHashMap<>();
    private int gatheredCount;

    /**
     * @param seen which rows are to be taken
     * @param progress is run now and then
     */
    Recording(SeenFigures seen, SeriesSender sender, int gatheredMax, Runnable progress) {
        this.seen = seen;
        this.sender = sender;
        this.gatheredMax = gatheredMax;
        this.progress = progress;
    }

    @Override
    public void stated(Fact fact) {
        if (!seen.takes(fact)) {
            return;
        }
        gathered.computeIfAbsent(fact.series(), key -> new ArrayList<>(8)).add(fact);
        if (++gatheredCount >= gatheredMax) {
            send();
        }
    }

    /** Sends what is gathered, and waits until it is stored. */
    void send() {
        List<SeriesId> series = List.copyOf(gathered.keySet());
        for (int from = 0; from < series.size(); from += AT_ONCE_SERIES) {
            List<SeriesId> next = series.subList(from, Math.min(series.size(), from + AT_ONCE_SERIES));
            sender.expect(next);
            next.forEach(one -> sender.send(gathered.getOrDefault(one, List.of())));
            progress.run();
        }
        gathered.clear();
        gatheredCount = 0;
        sender.await();
        progress.run();
    }

    @Override
    public void refused(ImportRule rule) {
        // Counted when the file was inspected.
    }

    @Override
    public void fault(Fault fault) {
        // Told when the file was inspected.
    }

    @Override
    public void met(IndicatorCode indicator, IndicatorDefinition definition) {
        // Registered before anything is recorded.
    }
}
