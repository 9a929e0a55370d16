package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.maaledger.command.testing.TeesValley.*;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.DraftAgreement;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.target.TargetCommand.ConsentToTarget;
import org.maaledger.command.testing.CommandNode;
import org.maaledger.command.testing.Stories;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent.ResponsibleAuthorityChanged;
import org.maaledger.kernel.agreement.AgreementId;
import org.maaledger.kernel.target.TargetEvent.TargetCounterProposed;
import org.maaledger.log.AppendContext;
import org.maaledger.log.LedgerEventStorageEngine;
import org.maaledger.log.NewEvent;
import org.maaledger.log.Snapshots;
import org.maaledger.log.testing.LedgerDatabase;

/**
 * Aim: a command that names an id of another kind is refused and changes nothing for those who use the id rightly. Method: a target with so
 * many events that a snapshot of it is due, asked for as an agreement.
 */
class Streams_of_another_kind {

    private static final int EVENTS = AggregateShells.EVENTS_BETWEEN_SNAPSHOTS + 20;

    @Test
    void are_not_kept_as_what_they_were_taken_for() throws Exception {
        try (LedgerDatabase ledger = LedgerDatabase.create();
                CommandNode mistaken = new CommandNode(ledger);
                CommandNode right = new CommandNode(ledger)) {
            Stories.referenceData(mistaken);
            record(ledger, longAgreement());
            record(ledger, longTarget());

            assertThat(refusal(mistaken, Stories.drafting(new AgreementId(TARGET.value()))))
                    .isEqualTo("id-taken");
            // Snapshots of agreements are taken one after the other: once this one is there, one before it would be.
            refusal(mistaken, Stories.drafting(AGREEMENT));
            awaitSnapshot(ledger, AGREEMENT.toString());

            assertThat(snapshots(ledger).readSnapshot(TARGET.toString())).isEmpty();
            assertThat(refusal(right, new ConsentToTarget(TARGET, 1, null))).isEqualTo("offer-superseded");
        }
    }

    private static List<LedgerEvent> longAgreement() {
        List<LedgerEvent> events = new ArrayList<>(List.of(drafted()));
        for (int i = 1; i < EVENTS; i++) {
            boolean there = i % 2 == 1;
            events.add(new ResponsibleAuthorityChanged(
                    AGREEMENT, there ? MIDDLESBROUGH : STOCKTON, there ? STOCKTON : MIDDLESBROUGH));
        }
        return events;
    }

    private static List<LedgerEvent> longTarget() {
        List<LedgerEvent> events = new ArrayList<>(List.of(proposed()));
        for (int i = 1; i < EVENTS; i++) {
            events.add(new TargetCounterProposed(TARGET, i + 1, milestone(2010, Integer.toString(900 + i)), STOCKTON));
        }
        return events;
    }

    private static void record(LedgerDatabase ledger, List<LedgerEvent> events) {
        List<NewEvent> recorded = new ArrayList<>();
        for (LedgerEvent event : events) {
            recorded.add(new NewEvent(
                    UUID.randomUUID(),
                    event,
                    recorded.size(),
                    officer(STOCKTON),
                    LocalDate.of(2008, 5, 1),
                    "madeUp",
                    "made-up",
                    null));
        }
        ledger.appender().append(recorded, new AppendContext());
    }

    private static String refusal(CommandNode node, LedgerCommand command) {
        List<String> codes = new ArrayList<>();
        assertThatExceptionOfType(CommandRefused.class)
                .isThrownBy(() -> Stories.send(
                        node,
                        command,
                        command instanceof DraftAgreement ? officer(MIDDLESBROUGH) : governmentOffice(),
                        "2008-05-02"))
                .satisfies(e -> codes.add(e.refusal().code()));
        return codes.getFirst();
    }

    private static LedgerEventStorageEngine snapshots(LedgerDatabase ledger) {
        return new LedgerEventStorageEngine(
                ledger.appender(), ledger.reader(), new Snapshots(ledger.app(), SnapshotJson.serializer(), "test"));
    }

    private static void awaitSnapshot(LedgerDatabase ledger, String stream) throws InterruptedException {
        LedgerEventStorageEngine engine = snapshots(ledger);
        for (int i = 0; i < 1_200 && engine.readSnapshot(stream).isEmpty(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(engine.readSnapshot(stream)).isPresent();
    }
}
