package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.maaledger.command.testing.TeesValley.*;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.testing.CommandNode;
import org.maaledger.command.testing.Stories;
import org.maaledger.log.testing.LedgerDatabase;

/** Aim: a refusal costs no more than a decision. Method: what a node asks of the log is counted. */
class Refused_commands {

    /** Otherwise whoever sends what is on record already, as a repeated import does, would have the stream read each time. */
    @Test
    void leave_what_is_in_memory_of_a_stream_where_it_is() {
        AtomicInteger reads = new AtomicInteger();
        try (LedgerDatabase ledger = LedgerDatabase.create();
                CommandNode node = new CommandNode(ledger, engine -> counting(engine, reads))) {
            Stories.referenceData(node);
            Stories.record(node, 0, "1");
            reads.set(0);

            for (int i = 0; i < 5; i++) {
                assertThatExceptionOfType(CommandRefused.class).isThrownBy(() -> Stories.record(node, 0, "1"));
            }
            Stories.record(node, 1, "2");

            assertThat(reads).hasValue(0);
        }
    }

    /** Otherwise whoever makes up ids would push those out that exist. */
    @Test
    void leave_nothing_in_memory_of_a_stream_without_events() {
        AtomicInteger reads = new AtomicInteger();
        try (LedgerDatabase ledger = LedgerDatabase.create();
                CommandNode node = new CommandNode(ledger, engine -> counting(engine, reads))) {
            assertThatExceptionOfType(CommandRefused.class).isThrownBy(() -> Stories.record(node, 0, "1"));
            reads.set(0);

            assertThatExceptionOfType(CommandRefused.class).isThrownBy(() -> Stories.record(node, 0, "1"));

            assertThat(reads).as("looked for again").hasPositiveValue();
        }
    }

    /** Counts how often events of one stream are asked for. */
    private static EventStorageEngine counting(EventStorageEngine engine, AtomicInteger reads) {
        return (EventStorageEngine) Proxy.newProxyInstance(
                Refused_commands.class.getClassLoader(),
                new Class<?>[] {EventStorageEngine.class},
                (_, method, arguments) -> {
                    boolean ofStream = method.getName().equals("readEvents") && arguments[0] instanceof String;
                    reads.addAndGet(ofStream ? 1 : 0);
                    try {
                        return method.invoke(engine, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
