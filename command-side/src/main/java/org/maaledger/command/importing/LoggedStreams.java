package org.maaledger.command.importing;

import java.util.List;
import java.util.function.Consumer;
import org.maaledger.command.area.AreaCommand;
import org.maaledger.command.indicator.IndicatorCommand;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.log.LedgerReader;
import org.maaledger.log.StoredEvent;

/** Reads streams from the log, a page at a time. */
public final class LoggedStreams implements ReferenceStreams {

    private static final int PAGE = 2_000;

    /** The types of their aggregates. */
    private static final List<String> TYPES = List.of(AreaCommand.FAMILY, IndicatorCommand.FAMILY);

    private final LedgerReader reader;

    public LoggedStreams(LedgerReader reader) {
        this.reader = reader;
    }

    @Override
    public long head() {
        return reader.head();
    }

    @Override
    public void of(String stream, Consumer<LedgerEvent> event) {
        long first = 0;
        List<StoredEvent> page;
        do {
            page = reader.ofStream(stream, first, PAGE);
            for (StoredEvent stored : page) {
                event.accept(stored.payload());
                first = stored.sequence() + 1;
            }
        } while (page.size() == PAGE);
    }

    @Override
    public void each(String prefix, Consumer<LedgerEvent> event) {
        String stream = prefix;
        long sequence = -1;
        List<StoredEvent> page;
        do {
            page = reader.ofStreamsNamed(prefix, stream, sequence, PAGE);
            for (StoredEvent stored : page) {
                event.accept(stored.payload());
                stream = stored.payload().stream();
                sequence = stored.sequence();
            }
        } while (page.size() == PAGE);
    }

    @Override
    public void since(long position, long upTo, Consumer<LedgerEvent> event) {
        long after = position;
        List<StoredEvent> page;
        do {
            page = reader.ofTypes(TYPES, after, upTo, PAGE);
            for (StoredEvent stored : page) {
                event.accept(stored.payload());
                after = stored.position();
            }
        } while (page.size() == PAGE);
    }
}
