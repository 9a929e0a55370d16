package org.maaledger.command.decision;

import java.util.function.BiFunction;
import org.maaledger.kernel.LedgerEvent;

/**
 * How the events of a stream become a state.
 *
 * @param name tells this fold from others of the same stream
 * @param empty the state of a stream to which nothing happened; immutable, as every state is
 * @param step the state after one more event
 */
public record Fold<S>(String name, S empty, BiFunction<S, LedgerEvent, S> step) {

    /**
     * A fold over one family of events; an event of another family in such a stream is corrupt history.
     *
     * @param step the state after one more event of that family
     */
    public static <S, E extends LedgerEvent> Fold<S> of(
            String name, S empty, Class<E> family, BiFunction<S, E, S> step) {
        return new Fold<>(name, empty, (state, event) -> {
            if (!family.isInstance(event)) {
                throw new CorruptHistory("stream %s holds a %s, which is no %s"
                        .formatted(event.stream(), event.getClass().getSimpleName(), family.getSimpleName()));
            }
            return step.apply(state, family.cast(event));
        });
    }
}
