package org.maaledger.command.testing;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.log.StoredEvent;
import org.maaledger.log.testing.LedgerDatabase;

/**
 * Two whole command sides on one ledger, each with its own caches and appender. Areas and the indicator of {@link TeesValley} are
 * registered, and its agreement is drafted.
 */
public final class TwoNodes implements AutoCloseable {

    /** More than a test writes. */
    private static final int EVENTS_MAX = 10_000;

    private final LedgerDatabase ledger = LedgerDatabase.create();
    private final CommandNode one = new CommandNode(ledger);
    private final CommandNode two = new CommandNode(ledger);

    public TwoNodes() {
        Stories.referenceData(one);
        Stories.draft(one);
    }

    public LedgerDatabase ledger() {
        return ledger;
    }

    public CommandNode one() {
        return one;
    }

    public CommandNode two() {
        return two;
    }

    /** The events of a stream, in order. */
    public List<LedgerEvent> events(Object stream) {
        return ledger.reader().ofStream(stream.toString(), 0, EVENTS_MAX).stream()
                .map(StoredEvent::payload)
                .toList();
    }

    /** An act that is ready to be done; it says whether it was accepted. */
    public static Callable<Boolean> act(CommandNode node, LedgerCommand command, Actor by, String on) {
        return () -> {
            try {
                Stories.send(node, command, by, on);
                return true;
            } catch (CommandRefused refused) {
                return false;
            }
        };
    }

    /** How many of two acts are accepted that are done at the same moment. */
    public static int winners(Callable<Boolean> first, Callable<Boolean> second) throws Exception {
        int winners = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : threads.invokeAll(List.of(first, second))) {
                winners += done.get() ? 1 : 0;
            }
        }
        return winners;
    }

    @Override
    public void close() {
        one.close();
        two.close();
        ledger.close();
    }
}
