package org.maaledger.command.shell;

import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.RefusalKind;
import org.maaledger.kernel.LedgerEvent;

/** Lets a pure state decide, and turns its decision into applied events or a refusal. One for all aggregates. */
public final class Shell {

    private final StreamStates states;
    private final Append.Source appends;

    public Shell(StreamStates states, Append.Source appends) {
        this.states = states;
        this.appends = appends;
    }

    /**
     * Decides {@code command} on a state that holds the events up to {@code lastSequence}, or none if that is null.
     *
     * @param decide the pure decision
     * @param apply takes each event of an accepted command
     * @throws CommandRefused if the command is refused and no other node has written to a stream that the decision rests on
     * @throws ConcurrencyException if one has: the command is to be decided again
     */
    public <E extends LedgerEvent> Outcome decide(
            LedgerCommand command,
            Submission submission,
            @Nullable Long lastSequence,
            Function<Consulted, Decision<E>> decide,
            Consumer<? super E> apply) {
        long own = lastSequence == null ? -1 : lastSequence;
        Deliberation deliberation = new Deliberation(states);
        Decision<E> decision = decide.apply(deliberation);
        if (decision instanceof Decision.Refused<E>(Refusal refusal) && isOfRights(refusal)) {
            throw refused(refusal, command, own, deliberation);
        }
        requireView(submission.view(), command, own, deliberation);
        return switch (decision) {
            case Decision.Refused<E>(Refusal refusal) -> throw refused(refusal, command, own, deliberation);
            case Decision.Accepted<E> accepted -> accepted(command, submission, deliberation, accepted, apply);
        };
    }

    /**
     * The decision of a state that holds nothing yet: refused if its stream is not empty, for then it is one of another kind.
     *
     * @param holdsNothing whether no event of its own kind has reached the state
     */
    public static <E extends LedgerEvent> Decision<E> onOwnStream(
            Decision<E> decision, boolean holdsNothing, @Nullable Long lastSequence, String stream) {
        boolean foreign = holdsNothing && lastSequence != null && lastSequence >= 0;
        return foreign && decision instanceof Decision.Accepted<E> ? Decision.refuse(new IdTaken(stream)) : decision;
    }

    /** Whoever may not do or know of it does not learn its version either. */
    private static boolean isOfRights(Refusal refusal) {
        RefusalKind kind = refusal.grounds().kind();
        return kind == RefusalKind.FORBIDDEN || kind == RefusalKind.UNKNOWN;
    }

    private <E extends LedgerEvent> Outcome accepted(
            LedgerCommand command,
            Submission submission,
            Deliberation deliberation,
            Decision.Accepted<E> accepted,
            Consumer<? super E> apply) {
        Append append = appends.current();
        deliberation.lastSequences().forEach(append::restsOn);
        for (FreeText text : command.texts()) {
            append.keep(text);
        }
        if (submission.request() != null) {
            append.answers(submission.request());
        }
        Iterable<String> consulted = Map.copyOf(deliberation.lastSequences()).keySet();
        CurrentUnitOfWork.get().onRollback(unit -> consulted.forEach(states::outdated));
        CurrentUnitOfWork.get().afterCommit(unit -> states.outdated(command.stream()));
        accepted.events().forEach(apply);
        return new Outcome(accepted.events(), append);
    }

    private void requireView(
            Submission.@Nullable View view, LedgerCommand command, long own, Deliberation deliberation) {
        if (view == null) {
            return;
        }
        boolean ofOwn = view.stream().equals(command.stream());
        long last = ofOwn ? own : deliberation.state(Length.FOLD, view.stream()).value();
        if (last + 1 != view.version()) {
            throw refused(new StaleView(view.stream(), view.version(), last + 1), command, own, deliberation);
        }
    }

    /** The refusal; or the conflict, if the log knows more than the decision did. */
    private RuntimeException refused(Refusal refusal, LedgerCommand command, long own, Deliberation deliberation) {
        boolean behind = states.isBehind(command.stream(), own);
        for (Map.Entry<String, Long> used : deliberation.lastSequences().entrySet()) {
            if (states.isBehind(used.getKey(), used.getValue())) {
                states.outdated(used.getKey());
                behind = true;
            }
        }
        return behind
                ? new ConcurrencyException("refused as %s on a state that was behind the log".formatted(refusal.code()))
                : new CommandRefused(refusal, own >= 0);
    }
}
