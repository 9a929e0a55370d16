package org.maaledger.command.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Dated;
import org.maaledger.command.decision.Fold;
import org.maaledger.command.shell.StreamSource;
import org.maaledger.kernel.LedgerEvent;

/** A log in memory. */
public final class InMemoryStreams implements StreamSource, Consulted {

    private final List<Dated> events = new ArrayList<>();

    public void add(LedgerEvent event, LocalDate on) {
        events.add(new Dated(event, on));
    }

    public List<Dated> of(String stream) {
        return events.stream()
                .filter(dated -> dated.event().stream().equals(stream))
                .toList();
    }

    @Override
    public List<Dated> from(String stream, long first, int max) {
        return of(stream).stream().skip(first).limit(max).toList();
    }

    @Override
    public long lastSequence(String stream) {
        return of(stream).size() - 1L;
    }

    @Override
    public <S> S state(Fold<S> fold, String stream) {
        S state = fold.empty();
        for (Dated dated : of(stream)) {
            state = fold.step().after(state, dated.event(), dated.actedOn());
        }
        return state;
    }
}
