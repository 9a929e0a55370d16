package org.maaledger.command.decision;

import java.time.LocalDate;
import java.util.function.BiFunction;
import org.maaledger.kernel.LedgerEvent;

/**
 * How the events of a stream become a state.
 *
 * @param name tells this fold from others of the same stream
 * @param empty the state of a stream to which nothing happened; immutable, as every state is
 */
public record Fold<S>(String name, S empty, Step<S, LedgerEvent> step) {

    /** One event more. */
    @FunctionalInterface
    public interface Step<S, E extends LedgerEvent> {

        /**
         * The state after {@code event}.
         *
         * @param actedOn the date of the act that the event records
         */
        S after(S state, E event, LocalDate actedOn);
    }

    /**
     * A fold over one family of events. A stream of another kind, which somebody took for one of this, has nothing to say; but a
     * stream of both kinds is corrupt history.
     */
    public static <S, E extends LedgerEvent> Fold<S> of(String name, S empty, Class<E> family, Step<S, E> step) {
        return new Fold<>(name, empty, (state, event, actedOn) -> {
            if (!family.isInstance(event) && state.equals(empty)) {
                return state;
            } else if (!family.isInstance(event)) {
                throw new CorruptHistory("stream %s holds a %s, which is no %s"
                        .formatted(event.stream(), event.getClass().getSimpleName(), family.getSimpleName()));
            }
            return step.after(state, family.cast(event), actedOn);
        });
    }

    /** A fold for which the dates of acts do not matter. */
    public static <S, E extends LedgerEvent> Fold<S> of(
            String name, S empty, Class<E> family, BiFunction<S, E, S> step) {
        return of(name, empty, family, (state, event, actedOn) -> step.apply(state, event));
    }
}
