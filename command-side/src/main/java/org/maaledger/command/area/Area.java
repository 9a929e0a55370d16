package org.maaledger.command.area;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.area.AreaCommand.RegisterArea;
import org.maaledger.command.area.AreaCommand.ReviseAreaDetails;
import org.maaledger.command.area.AreaCommand.SucceedArea;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.Consulted;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.decision.Refusal;
import org.maaledger.command.decision.Rule;
import org.maaledger.kernel.area.AreaCode;
import org.maaledger.kernel.area.AreaDetails;
import org.maaledger.kernel.area.AreaEvent;
import org.maaledger.kernel.area.AreaEvent.AreaDetailsRevised;
import org.maaledger.kernel.area.AreaEvent.AreaRegistered;
import org.maaledger.kernel.area.AreaEvent.AreaSucceeded;
import org.maaledger.kernel.provenance.Office;

/** An entry of the area register, as its events make it. */
public sealed interface Area {

    /** Nothing is known of it. */
    record Unregistered() implements Area {}

    /**
     * It is in the register.
     *
     * @param successors each successor with its first day
     */
    record Registered(AreaDetails details, Map<AreaCode, LocalDate> successors) implements Area {
        public Registered {
            successors = Map.copyOf(successors);
        }
    }

    /** Accepts or refuses {@code command}. */
    default Decision<AreaEvent> decide(AreaCommand command, Consulted consulted, Act act) {
        if (!act.in(Office.DATA_PROVIDER) && !act.in(Office.OPERATOR)) {
            return Decision.refuse(new AreaRefusal.RegisterNotYours(act.actor().office()));
        }
        return switch (this) {
            case Unregistered() ->
                switch (command) {
                    case RegisterArea register ->
                        isPartOfItself(register.area(), register.details())
                                ? Decision.refuse(new AreaRefusal.PartOfItself(register.area()))
                                : Decision.accept(
                                        new AreaRegistered(register.area(), register.details(), register.source()));
                    case ReviseAreaDetails revise -> unknown(revise);
                    case SucceedArea succeed -> unknown(succeed);
                };
            case Registered entry ->
                switch (command) {
                    case RegisterArea register ->
                        Decision.refuse(new AreaRefusal.AreaAlreadyRegistered(register.area()));
                    case ReviseAreaDetails revise -> revised(entry, revise);
                    case SucceedArea succeed -> succeeded(entry, succeed, consulted);
                };
        };
    }

    /** The state after one more event. */
    default Area evolve(AreaEvent event) {
        return switch (this) {
            case Unregistered() ->
                switch (event) {
                    case AreaRegistered registered -> new Registered(registered.details(), Map.of());
                    case AreaDetailsRevised revised -> throw outOfOrder(revised);
                    case AreaSucceeded succeeded -> throw outOfOrder(succeeded);
                };
            case Registered entry ->
                switch (event) {
                    case AreaRegistered registered -> throw outOfOrder(registered);
                    case AreaDetailsRevised revised -> new Registered(revised.details(), entry.successors());
                    case AreaSucceeded succeeded -> {
                        Map<AreaCode, LocalDate> successors = new TreeMap<>(entry.successors());
                        successors.put(succeeded.by(), succeeded.on());
                        yield new Registered(entry.details(), successors);
                    }
                };
        };
    }

    private static boolean isPartOfItself(AreaCode area, AreaDetails details) {
        return details.parents().contains(area)
                || details.constituents().contains(area)
                || area.equals(details.region());
    }

    private static Decision<AreaEvent> revised(Registered entry, ReviseAreaDetails revise) {
        Refusal refusal = Rule.first(
                () -> isPartOfItself(revise.area(), revise.details())
                        ? new AreaRefusal.PartOfItself(revise.area())
                        : null,
                () -> entry.details().equals(revise.details()) ? new AreaRefusal.DetailsUnchanged(revise.area()) : null,
                () -> againstSuccessions(entry, revise));
        return Decision.unless(refusal, () -> new AreaDetailsRevised(revise.area(), revise.details(), revise.source()));
    }

    /**
     * A place has begun before each of its successors took over. What it succeeded itself is told in the streams of those places, and
     * not asked here: decision 0046 says why.
     */
    private static @Nullable Refusal againstSuccessions(Registered entry, ReviseAreaDetails revise) {
        LocalDate first = revise.details().validFrom();
        for (LocalDate on : entry.successors().values()) {
            if (first != null && !on.isAfter(first)) {
                return new AreaRefusal.NotThereYet(revise.area(), first, on, "/details/validFrom");
            }
        }
        return null;
    }

    private static Decision<AreaEvent> succeeded(Registered entry, SucceedArea succeed, Consulted consulted) {
        if (succeed.by().equals(succeed.area())) {
            return Decision.refuse(new AreaRefusal.SucceedsItself(succeed.area()));
        }
        if (succeed.on().equals(entry.successors().get(succeed.by()))) {
            return Decision.refuse(new AreaRefusal.AlreadySucceeded(succeed.area(), succeed.by(), succeed.on()));
        }
        return switch (consulted.state(AreaHistory.FOLD, AreaEvent.streamOf(succeed.by()))) {
            case Unregistered() -> Decision.refuse(new AreaRefusal.SuccessorUnknown(succeed.by()));
            case Registered successor -> {
                Refusal refusal = Rule.first(
                        () -> new Places(consulted).becameOf(succeed.by()).contains(succeed.area())
                                ? new AreaRefusal.SucceedsItsSuccessor(succeed.area(), succeed.by())
                                : null,
                        () -> untimely(entry, successor, succeed));
                yield Decision.unless(
                        refusal, () -> new AreaSucceeded(succeed.area(), succeed.by(), succeed.on(), succeed.source()));
            }
        };
    }

    /** A place was there before it was succeeded, and its successor on that day, so far as the register knows their first days. */
    private static @Nullable Refusal untimely(Registered entry, Registered successor, SucceedArea succeed) {
        LocalDate first = entry.details().validFrom();
        LocalDate firstOfSuccessor = successor.details().validFrom();
        if (first != null && !succeed.on().isAfter(first)) {
            return new AreaRefusal.NotThereYet(succeed.area(), first, succeed.on(), "/on");
        }
        return firstOfSuccessor != null && succeed.on().isBefore(firstOfSuccessor)
                ? new AreaRefusal.NotThereYet(succeed.by(), firstOfSuccessor, succeed.on(), "/on")
                : null;
    }

    private static Decision<AreaEvent> unknown(AreaCommand command) {
        return Decision.refuse(new AreaRefusal.AreaUnknown(command.area()));
    }

    private static CorruptHistory outOfOrder(AreaEvent event) {
        return new CorruptHistory(
                "%s cannot have happened here in %s".formatted(event.getClass().getSimpleName(), event.stream()));
    }
}
