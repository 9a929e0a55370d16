package org.maaledger.command.indicator;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.maaledger.command.shell.Outcome;
import org.maaledger.command.shell.Shell;
import org.maaledger.command.shell.Submission;
import org.maaledger.kernel.indicator.IndicatorEvent;

/** Axon's shell around an entry of the indicator catalogue. */
@AggregateRoot(type = "indicator")
final class IndicatorAggregate {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // set by the first event, read by Axon
    private String stream;

    private Indicator state = new Indicator.Unregistered();

    @CommandHandler(commandName = IndicatorCommand.FAMILY)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(IndicatorCommand command, @MetaDataValue(Submission.KEY) Submission submission, Shell shell) {
        return shell.decide(
                command,
                submission,
                AggregateLifecycle.getVersion(),
                consulted -> state.decide(command, submission.act()),
                AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(IndicatorEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
