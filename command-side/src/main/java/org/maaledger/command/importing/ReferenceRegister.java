package org.maaledger.command.importing;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.indicator.IndicatorCode;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.reading.ReadingEvent.ReadingRecorded;
import org.maaledger.kernel.reading.SeriesId;

/**
 * Areas and indicators as imports need them: all of them at once. They are read from the log when the first import begins; after
 * that only what was added, because twenty-three files in a row would read the same some thousand events twenty-three times.
 */
final class ReferenceRegister {

    private static final long NOTHING_READ = -1;

    private final ReferenceStreams streams;
    private final Map<IndicatorCode, IndicatorDefinition> definitions = new ConcurrentHashMap<>();
    private final Map<IndicatorCode, LocalDate> withdrawals = new ConcurrentHashMap<>();
    private final Map<AreaCode, AreaDetails> details = new ConcurrentHashMap<>();
    private long read = NOTHING_READ;

    ReferenceRegister(ReferenceStreams streams) {
        this.streams = streams;
    }

    /** Brings it up to what the log holds now. */
    synchronized void refresh() {
        long head = streams.head();
        if (read == NOTHING_READ) {
            streams.each("indicator:", this::learn);
            streams.each("area:", this::learn);
        } else {
            streams.since(read, head, this::learn);
        }
        read = head;
    }

    private void learn(LedgerEvent event) {
        if (event instanceof IndicatorEvent.IndicatorRegistered it) {
            definitions.put(it.indicator(), it.definition());
        } else if (event instanceof IndicatorEvent.IndicatorRedefined it) {
            definitions.put(it.indicator(), it.definition());
        } else if (event instanceof IndicatorEvent.IndicatorWithdrawn it) {
            withdrawals.put(it.indicator(), it.from());
        } else if (event instanceof AreaEvent.AreaRegistered it) {
            details.put(it.area(), it.details());
        } else if (event instanceof AreaEvent.AreaDetailsRevised it) {
            details.put(it.area(), it.details());
        }
    }

    /** Enters every area into {@code book}. */
    void fill(AreaBook book) {
        details.forEach(book::enter);
    }

    @Nullable IndicatorDefinition definition(IndicatorCode indicator) {
        return definitions.get(indicator);
    }

    @Nullable LocalDate withdrawnFrom(IndicatorCode indicator) {
        return withdrawals.get(indicator);
    }

    /** Gives every reading that was recorded in a series. They are many and seldom asked for, so none is kept. */
    void eachReading(SeriesId series, Consumer<ReadingRecorded> reading) {
        streams.of(series.toString(), event -> {
            if (event instanceof ReadingRecorded it) {
                reading.accept(it);
            }
        });
    }

    @Nullable AreaDetails details(AreaCode area) {
        return details.get(area);
    }
}
