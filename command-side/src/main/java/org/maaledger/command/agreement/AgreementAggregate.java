package org.maaledger.command.agreement;

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
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent;
import org.maaledger.log.EnvelopeMetaData;

/** The shell of {@link Agreement}. */
@AggregateRoot(type = "agreement")
final class AgreementAggregate {

    @AggregateIdentifier
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"}) // set by the first event, read by Axon
    private String id;

    private Agreement state = new Agreement.Undrafted();

    @CommandHandler(commandName = AgreementCommand.FAMILY)
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    Outcome handle(
            AgreementCommand command,
            @MetaDataValue(Submission.KEY) Submission submission,
            Shell shell,
            Editions editions) {
        Long last = AggregateLifecycle.getVersion();
        return shell.decide(
                command,
                submission,
                last,
                consulted -> Shell.onOwnStream(
                        state.decide(command, consulted, editions, submission.act()),
                        state instanceof Agreement.Undrafted,
                        last,
                        command.stream()),
                AggregateLifecycle::apply);
    }

    @EventSourcingHandler
    void on(AgreementEvent event, @MetaDataValue(EnvelopeMetaData.ACTED_ON) String actedOn) {
        id = event.stream();
        state = state.evolve(event, LocalDate.parse(actedOn));
    }

    /** The stream is one of another kind: nothing of this kind happened in it, and nothing may. */
    @EventSourcingHandler
    void on(LedgerEvent event) {
        id = event.stream();
    }
}
