package org.maaledger.command.shell;

import org.jspecify.annotations.Nullable;
import org.maaledger.command.decision.LedgerCommand;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells an observer of commands, and logs what it throws. */
record HarmlessObserver(CommandObserver observer) implements CommandObserver {

    private static final Logger LOG = LoggerFactory.getLogger(HarmlessObserver.class);

    @Override
    public void ended(LedgerCommand command, Submission submission, Ending ending, @Nullable String code, long nanos) {
        tell(() -> observer.ended(command, submission, ending, code, nanos));
    }

    @Override
    public void decidedAgain() {
        tell(observer::decidedAgain);
    }

    private static void tell(Runnable news) {
        try {
            news.run();
        } catch (RuntimeException e) {
            LOG.error("whoever observes commands failed; what they end in is not touched by it", e);
        }
    }
}
