package org.maaledger.command.reading;

import java.time.LocalDate;
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
import org.maaledger.kernel.reading.ReadingEvent;
import org.maaledger.log.EnvelopeMetaData;

/** Axon's shell around a series of readings. */
@AggregateRoot(type = "reading-series")
final class ReadingSeriesAggregate {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // set by the first event, read by Axon
    private String stream;

    private ReadingSeries state = ReadingSeries.UNOPENED;

    @CommandHandler(commandName = ReadingCommand.FAMILY)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(ReadingCommand command, @MetaDataValue(Submission.KEY) Submission submission, Shell shell) {
        return shell.decide(
                command,
                submission,
                AggregateLifecycle.getVersion(),
                consulted -> state.decide(command, consulted, submission.act()),
                AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(ReadingEvent event, @MetaDataValue(EnvelopeMetaData.ACTED_ON) String actedOn) {
        stream = event.stream();
        state = state.evolve(event, LocalDate.parse(actedOn));
    }
}
