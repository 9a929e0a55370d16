package org.maaledger.command.area;

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
import org.maaledger.kernel.area.AreaEvent;

/** Axon's shell around an entry of the area register. */
@AggregateRoot(type = "area")
final class AreaAggregate {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // set by the first event, read by Axon
    private String stream;

    private Area state = new Area.Unregistered();

    @CommandHandler(commandName = AreaCommand.FAMILY)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(AreaCommand command, @MetaDataValue(Submission.KEY) Submission submission, Shell shell) {
        return shell.decide(
                command,
                submission,
                AggregateLifecycle.getVersion(),
                consulted -> state.decide(command, consulted, submission.act()),
                AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(AreaEvent event) {
        stream = event.stream();
        state = state.evolve(event);
    }
}
