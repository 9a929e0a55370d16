package org.maaledger.command.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.CorruptHistory;
import org.maaledger.command.decision.Decision;
import org.maaledger.command.indicator.IndicatorCommand.RedefineIndicator;
import org.maaledger.command.indicator.IndicatorCommand.RegisterIndicator;
import org.maaledger.command.indicator.IndicatorCommand.WithdrawIndicator;
import org.maaledger.kernel.indicator.IndicatorDefinition;
import org.maaledger.kernel.indicator.IndicatorEvent;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRedefined;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorRegistered;
import org.maaledger.kernel.indicator.IndicatorEvent.IndicatorWithdrawn;
import org.maaledger.kernel.provenance.Office;

/** An entry of the indicator catalogue, as its events make it. */
public sealed interface Indicator {

    /** Nothing is known of it. */
    record Unregistered() implements Indicator {}

    /**
     * It is in the catalogue.
     *
     * @param versions its definitions, the latest last
     * @param withdrawnFrom the first day without figures, absent while it is collected
     */
    record Registered(
            List<Version> versions,
            boolean statutory,
            @Nullable LocalDate withdrawnFrom) implements Indicator {
        public Registered {
            versions = List.copyOf(versions);
        }

        /** The latest definition. */
        public IndicatorDefinition definition() {
            return versions.getLast().definition();
        }

        /** The definition in force on {@code day}. */
        public IndicatorDefinition definitionOn(LocalDate day) {
            return versions.reversed().stream()
                    .filter(version -> version.appliesOn(day))
                    .findFirst()
                    .orElse(versions.getFirst())
                    .definition();
        }

        /** Whether figures may still begin on {@code day}. */
        public boolean collectedOn(LocalDate day) {
            return withdrawnFrom == null || day.isBefore(withdrawnFrom);
        }

        private Registered with(Version version) {
            List<Version> more = new ArrayList<>(versions);
            more.add(version);
            return new Registered(more, statutory, withdrawnFrom);
        }
    }

    /**
     * A definition.
     *
     * @param from the first day it applies, absent for the first one, which has applied since ever
     */
    record Version(IndicatorDefinition definition, @Nullable LocalDate from) {

        boolean appliesOn(LocalDate day) {
            return from == null || !day.isBefore(from);
        }
    }

    /** Accepts or refuses {@code command}. */
    default Decision<IndicatorEvent> decide(IndicatorCommand command, Act act) {
        if (!act.in(Office.DATA_PROVIDER) && !act.in(Office.OPERATOR)) {
            return Decision.refuse(
                    new IndicatorRefusal.CatalogueNotYours(act.actor().office()));
        }
        return switch (this) {
            case Unregistered() ->
                switch (command) {
                    case RegisterIndicator register -> registered(register);
                    case RedefineIndicator redefine -> unknown(redefine);
                    case WithdrawIndicator withdraw -> unknown(withdraw);
                };
            case Registered entry ->
                switch (command) {
                    case RegisterIndicator register ->
                        Decision.refuse(new IndicatorRefusal.IndicatorAlreadyRegistered(register.indicator()));
                    case RedefineIndicator redefine -> redefined(entry, redefine);
                    case WithdrawIndicator withdraw -> withdrawn(entry, withdraw);
                };
        };
    }

    /** The state after one more event. */
    default Indicator evolve(IndicatorEvent event) {
        return switch (this) {
            case Unregistered() ->
                switch (event) {
                    case IndicatorRegistered registered ->
                        new Registered(
                                List.of(new Version(registered.definition(), null)), registered.statutory(), null);
                    case IndicatorRedefined redefined -> throw outOfOrder(redefined);
                    case IndicatorWithdrawn withdrawn -> throw outOfOrder(withdrawn);
                };
            case Registered entry ->
                switch (event) {
                    case IndicatorRegistered registered -> throw outOfOrder(registered);
                    case IndicatorRedefined redefined ->
                        entry.with(new Version(redefined.definition(), redefined.from()));
                    case IndicatorWithdrawn withdrawn ->
                        new Registered(entry.versions(), entry.statutory(), withdrawn.from());
                };
        };
    }

    private static Decision<IndicatorEvent> registered(RegisterIndicator register) {
        if (register.definition().version() != 1) {
            return Decision.refuse(new IndicatorRefusal.DefinitionOutOfTurn(
                    1, register.definition().version()));
        }
        return Decision.accept(new IndicatorRegistered(
                register.indicator(), register.definition(), register.statutory(), register.source()));
    }

    private static Decision<IndicatorEvent> redefined(Registered entry, RedefineIndicator redefine) {
        int next = entry.definition().version() + 1;
        IndicatorDefinition given = redefine.definition();
        if (given.version() != next) {
            return Decision.refuse(new IndicatorRefusal.DefinitionOutOfTurn(next, given.version()));
        }
        if (given.equals(entry.definition().as(next))) {
            return Decision.refuse(new IndicatorRefusal.DefinitionUnchanged(redefine.indicator(), next - 1));
        }
        LocalDate lastFrom = entry.versions().getLast().from();
        if (lastFrom != null && !redefine.from().isAfter(lastFrom)) {
            return Decision.refuse(new IndicatorRefusal.DefinitionBeforeTheLast(redefine.from(), next - 1, lastFrom));
        }
        if (entry.withdrawnFrom() != null && !entry.collectedOn(redefine.from())) {
            return Decision.refuse(
                    new IndicatorRefusal.IndicatorAlreadyWithdrawn(redefine.indicator(), entry.withdrawnFrom()));
        }
        return Decision.accept(new IndicatorRedefined(redefine.indicator(), given, redefine.from(), redefine.source()));
    }

    /** What was to be redefined from a day on may be dropped from that day on instead; its last definition then never applies. */
    private static Decision<IndicatorEvent> withdrawn(Registered entry, WithdrawIndicator withdraw) {
        if (entry.withdrawnFrom() != null) {
            return Decision.refuse(
                    new IndicatorRefusal.IndicatorAlreadyWithdrawn(withdraw.indicator(), entry.withdrawnFrom()));
        }
        LocalDate lastFrom = entry.versions().getLast().from();
        if (lastFrom != null && withdraw.from().isBefore(lastFrom)) {
            return Decision.refuse(new IndicatorRefusal.WithdrawnBeforeItsDefinition(
                    withdraw.from(), entry.definition().version(), lastFrom));
        }
        return Decision.accept(new IndicatorWithdrawn(withdraw.indicator(), withdraw.from(), withdraw.source()));
    }

    private static Decision<IndicatorEvent> unknown(IndicatorCommand command) {
        return Decision.refuse(new IndicatorRefusal.IndicatorUnknown(command.indicator()));
    }

    private static CorruptHistory outOfOrder(IndicatorEvent event) {
        return new CorruptHistory(
                "%s cannot have happened here in %s".formatted(event.getClass().getSimpleName(), event.stream()));
    }
}
