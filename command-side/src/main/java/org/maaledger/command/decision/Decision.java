package org.maaledger.command.decision;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.maaledger.kernel.LedgerEvent;

/**
 * The outcome of a command.
 *
 * @param <E> the family of events that its aggregate records
 */
public sealed interface Decision<E extends LedgerEvent> {

    /** The command is accepted: these events, at least one, happened. */
    record Accepted<E extends LedgerEvent>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted command changes something, or it is refused");
            }
        }
    }

    /** The command is refused, and nothing happened. */
    record Refused<E extends LedgerEvent>(Refusal refusal) implements Decision<E> {}

    static <E extends LedgerEvent> Decision<E> accept(E event) {
        return new Accepted<>(List.of(event));
    }

    static <E extends LedgerEvent> Decision<E> accept(List<E> events) {
        return new Accepted<>(events);
    }

    static <E extends LedgerEvent> Decision<E> refuse(Refusal refusal) {
        return new Refused<>(refusal);
    }

    /** Refused where something stands against the command; otherwise accepted, with {@code event}. */
    static <E extends LedgerEvent> Decision<E> unless(@Nullable Refusal refusal, Supplier<? extends E> event) {
        return refusal == null ? accept(event.get()) : refuse(refusal);
    }
}
