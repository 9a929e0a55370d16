package org.maaledger.command.config;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.shell.Dispatch;
import org.maaledger.command.shell.Submission;
import org.maaledger.log.EnvelopeMetaData;

/** Says of a command what the log writes into the envelope of each of its events. */
final class EnvelopeOfCommand implements Dispatch.EnvelopeEntries {

    /** Copies it from the command to its events. */
    static List<CorrelationDataProvider> providers() {
        return List.of(new SimpleCorrelationDataProvider(
                EnvelopeMetaData.ACTOR,
                EnvelopeMetaData.BODY,
                EnvelopeMetaData.OFFICE,
                EnvelopeMetaData.ACTED_ON,
                EnvelopeMetaData.COMMAND,
                EnvelopeMetaData.CORRELATION));
    }

    @Override
    public Map<String, ?> of(LedgerCommand command, Submission submission) {
        return EnvelopeMetaData.of(
                submission.act().actor(),
                submission.act().on(),
                LedgerCommand.nameOf(command.getClass()),
                correlation(submission.request()).toString());
    }

    /** The same for all that one request causes, and for the same request sent again. */
    private static UUID correlation(Submission.@Nullable Request request) {
        return request == null
                ? UUID.fromString(IdentifierFactory.getInstance().generateIdentifier())
                : request.correlation();
    }
}
