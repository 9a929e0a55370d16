package org.maaledger.command.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.maaledger.command.config.ConflictRetries;
import org.maaledger.command.decision.Act;
import org.maaledger.command.decision.FreeText;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.testing.TeesValley;

/** Aim: what a command ends in does not depend on who looks at it. Method: commands of several fates, and an observer that always throws. */
class Observers_that_throw {

    /** A command that nothing is decided about. */
    private record Nothing() implements LedgerCommand {

        @Override
        public String family() {
            return "nothing";
        }

        @Override
        public String stream() {
            return "nothing";
        }

        @Override
        public @Nullable LocalDate actedOn() {
            return null;
        }
    }

    /** Where its events were stored, for it has none. */
    private record Nowhere() implements Append {

        @Override
        public void restsOn(String stream, long lastSequence) {
            throw new UnsupportedOperationException(stream);
        }

        @Override
        public void keep(FreeText text) {
            throw new UnsupportedOperationException("no text");
        }

        @Override
        public void answers(Submission.Request request) {
            throw new UnsupportedOperationException("no request");
        }

        @Override
        public List<Receipt> receipts() {
            return List.of();
        }
    }

    private final List<String> told = new CopyOnWriteArrayList<>();

    private final CommandObserver faulty = (CommandObserver) Proxy.newProxyInstance(
            CommandObserver.class.getClassLoader(), new Class<?>[] {CommandObserver.class}, (proxy, method, news) -> {
                if (method.isDefault() && method.getName().equals("harmless")) {
                    return InvocationHandler.invokeDefault(proxy, method);
                }
                told.add(method.getName());
                throw new IllegalStateException("as a faulty observer does");
            });

    @Test
    void change_nothing_of_what_a_command_ends_in() {
        AtomicInteger attempts = new AtomicInteger();
        Outcome outcome = new Outcome(List.of(), new Nowhere());
        SimpleCommandBus bus = SimpleCommandBus.builder().build();
        bus.subscribe("nothing", command -> switch (attempts.incrementAndGet()) {
            case 1 -> throw new ConcurrencyException("another wrote first");
            case 2 -> outcome;
            default -> throw new IllegalArgumentException("made up");
        });
        try (ScheduledExecutorService retries = Executors.newScheduledThreadPool(1)) {
            Dispatch dispatch = new Dispatch(
                    DefaultCommandGateway.builder()
                            .commandBus(bus)
                            .retryScheduler(new ConflictRetries(retries, faulty))
                            .build(),
                    (command, submission) -> Map.of(),
                    faulty);
            Submission submission = Submission.of(new Act(TeesValley.governmentOffice(), LocalDate.of(2009, 1, 5)));
            assertThat(dispatch.send(new Nothing(), submission)).isSameAs(outcome);
            assertThatThrownBy(() -> dispatch.send(new Nothing(), submission)).hasMessage("made up");
        }
        assertThat(told).containsExactly("decidedAgain", "ended", "ended");
    }
}
