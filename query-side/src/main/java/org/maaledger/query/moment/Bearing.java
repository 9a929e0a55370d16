package org.maaledger.query.moment;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.EventCatalogue;
import org.maaledger.kernel.LedgerEvent;

/** What an answer was made of, as far as it can change: noted while it is made, asked when it is to be given again. */
final class Bearing {

    private final Set<String> streams = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<String> texts = new HashSet<>();
    private final Set<String> erased = new HashSet<>();
    private boolean declared;
    private boolean open;

    /** An event of one of {@code of} changes the answer. */
    void streams(Collection<String> of) {
        declared = true;
        streams.addAll(of);
    }

    /** An event of {@code type} changes the answer, whatever its stream. */
    void every(Class<? extends LedgerEvent> type) {
        names.add(EventCatalogue.of(type).name());
    }

    /** The answer says the text {@code ref}, or that it is gone. */
    void text(String ref, @Nullable String text) {
        (text == null ? erased : texts).add(ref);
    }

    /** Everybody may see the answer. */
    void toEverybody() {
        open = true;
    }

    boolean isToEverybody() {
        return open;
    }

    /** Whether anything was said of what bears on it; an answer of which nothing is known is never given again. */
    boolean isKnown() {
        return declared;
    }

    Set<String> streams() {
        return streams;
    }

    Set<String> names() {
        return names;
    }

    String[] texts() {
        return texts.toArray(String[]::new);
    }

    String[] erased() {
        return erased.toArray(String[]::new);
    }

    /** About how many bytes this takes. */
    long weight() {
        return 100L * (streams.size() + names.size()) + 200L * (texts.size() + erased.size());
    }
}
