package org.maaledger.command.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Fold;

/** One decision under way: it remembers which streams were used and how far they were known. */
final class Deliberation implements Consulted {

    private final StreamStates states;
    private final Map<String, Long> lastSequences = new LinkedHashMap<>(4);

    Deliberation(StreamStates states) {
        this.states = states;
    }

    @Override
    public <S> S state(Fold<S> fold, String stream) {
        StreamStates.State<S> state = states.state(fold, stream);
        // Two folds of one stream may be known to different lengths; the decision rests on the shorter.
        lastSequences.merge(stream, state.lastSequence(), Math::min);
        return state.value();
    }

    /** The streams used, each with the last sequence number that was known of it. */
    Map<String, Long> lastSequences() {
        return lastSequences;
    }
}
