package org.maaledger.command.shell;

import java.util.HashMap;
import java.util.Map;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.modelling.command.ConcurrencyException;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.shell.CommandObserver.Ending;
import org.maaledger.log.DuplicateRequest;
import org.maaledger.log.LogUnavailable;
import org.maaledger.log.OutcomeUnknown;

/** Sends commands to their aggregates and waits for what they end in. */
public final class Dispatch {

    private final CommandGateway gateway;
    private final EnvelopeEntries envelope;
    private final CommandObserver observer;

    /** Gives the metadata that the log writes into the envelope of each event of a command. */
    public interface EnvelopeEntries {
        Map<String, ?> of(LedgerCommand command, Submission submission);
    }

    /** @param gateway decides again what ended in a conflict */
    public Dispatch(CommandGateway gateway, EnvelopeEntries envelope) {
        this(gateway, envelope, CommandObserver.NONE);
    }

    /** The same, and {@code observer} is told what commands end in. */
    public Dispatch(CommandGateway gateway, EnvelopeEntries envelope, CommandObserver observer) {
        this.gateway = gateway;
        this.envelope = envelope;
        this.observer = observer.harmless();
    }

    /**
     * What {@code command} ends in, once it is stored.
     *
     * @throws CommandRefused if it is refused
     * @throws RequestRepeated if a request with its key was accepted before
     * @throws Overtaken if others kept changing what it rests on
     */
    public Outcome send(LedgerCommand command, Submission submission) {
        long begun = System.nanoTime();
        Ending ending = Ending.FAULT;
        String code = null;
        try {
            Outcome outcome = gateway.sendAndWait(message(command, submission, envelope.of(command, submission)));
            ending = Ending.ACCEPTED;
            return outcome;
        } catch (CommandRefused e) {
            ending = Ending.REFUSED;
            code = e.refusal().code();
            throw e;
        } catch (DuplicateRequest e) {
            ending = Ending.REPEATED;
            throw new RequestRepeated(e);
        } catch (ConcurrencyException e) {
            ending = Ending.CONFLICT;
            throw new Overtaken(e);
        } catch (LogUnavailable e) {
            ending = Ending.UNAVAILABLE;
            throw e;
        } catch (OutcomeUnknown e) {
            ending = Ending.UNKNOWN;
            throw e;
        } finally {
            observer.ended(command, submission, ending, code, System.nanoTime() - begun);
        }
    }

    /** The message that carries a command: under the name of its family, with its submission. */
    static CommandMessage<LedgerCommand> message(
            LedgerCommand command, Submission submission, Map<String, ?> envelope) {
        Map<String, Object> metaData = new HashMap<>(envelope);
        metaData.put(Submission.KEY, submission);
        return new GenericCommandMessage<>(new GenericMessage<>(command, metaData), command.family());
    }
}
