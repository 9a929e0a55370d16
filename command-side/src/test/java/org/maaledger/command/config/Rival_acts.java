package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.command.testing.TeesValley.*;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.JoinAgreement;
import org.maaledger.command.agreement.AgreementCommand.LeaveAgreement;
import org.maaledger.command.agreement.AgreementCommand.SignAgreement;
import org.maaledger.command.decision.CommandRefused;
import org.maaledger.command.decision.LedgerCommand;
import org.maaledger.command.target.TargetCommand.ApproveRenegotiation;
import org.maaledger.command.target.TargetCommand.ProposeWithdrawal;
import org.maaledger.command.target.TargetCommand.RefuseRenegotiation;
import org.maaledger.command.target.TargetCommand.RenegotiateTarget;
import org.maaledger.command.testing.CommandNode;
import org.maaledger.command.testing.Stories;
import org.maaledger.kernel.LedgerEvent;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementSigned;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.provenance.Actor;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.TargetEvent.RenegotiationRefused;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;
import org.maaledger.kernel.target.TargetEvent.WithdrawalProposed;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.StoredEvent;
import org.maaledger.log.testing.LedgerDatabase;

/**
 * Aim: of two acts that exclude each other, done at the same moment on two nodes, one is recorded and the other refused. Method: two
 * whole command sides on one ledger; each pair of acts is done many times.
 */
class Rival_acts {

    private static final int TIMES = 12;

    private final LedgerDatabase ledger = LedgerDatabase.create();
    private final CommandNode one = new CommandNode(ledger);
    private final CommandNode two = new CommandNode(ledger);

    @BeforeEach
    void tell() {
        Stories.referenceData(one);
        Stories.draft(one);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        ledger.close();
    }

    @Test
    void open_one_renegotiation_of_a_target_and_not_two() throws Exception {
        for (TargetId target : inForce()) {
            assertThat(winners(
                            act(one, renegotiation(target), officer(MIDDLESBROUGH), "2009-01-05"),
                            act(
                                    two,
                                    new ProposeWithdrawal(target, text("Merged"), null),
                                    governmentOffice(),
                                    "2009-01-05")))
                    .isEqualTo(1);
            assertThat(payloads(target))
                    .filteredOn(event -> event instanceof RenegotiationProposed || event instanceof WithdrawalProposed)
                    .hasSize(1);
        }
    }

    @Test
    void settle_a_removal_once() throws Exception {
        for (TargetId target : inForce()) {
            act(one, new ProposeWithdrawal(target, text("Merged"), null), officer(MIDDLESBROUGH), "2009-01-05")
                    .call();
            assertThat(winners(
                            act(one, new ApproveRenegotiation(target, 1, null), officer(MIDDLESBROUGH), "2009-02-01"),
                            act(two, new RefuseRenegotiation(target, 1, null, null), governmentOffice(), "2009-02-01")))
                    .isEqualTo(1);
            assertThat(payloads(target))
                    .filteredOn(event -> event instanceof TargetWithdrawn || event instanceof RenegotiationRefused)
                    .hasSize(1);
        }
    }

    @Test
    void never_sign_for_a_member_that_has_just_left() throws Exception {
        for (int i = 0; i < TIMES && !isSigned(); i++) {
            assertThat(winners(
                            act(
                                    one,
                                    new LeaveAgreement(AGREEMENT, STOCKTON, null),
                                    officer(MIDDLESBROUGH),
                                    "2008-06-30"),
                            act(two, new SignAgreement(AGREEMENT, null), minister(), "2008-06-30")))
                    .as(
                            "of a leaving that leaves too few to sign, and a signing after which only the body itself leaves")
                    .isEqualTo(1);
            if (!isSigned()) {
                act(
                                one,
                                new JoinAgreement(AGREEMENT, STOCKTON, PartyRole.MEMBER, null),
                                officer(MIDDLESBROUGH),
                                "2008-06-30")
                        .call();
            }
        }
        if (!isSigned()) {
            Stories.sign(one);
        }
        assertThat(payloads(AGREEMENT))
                .filteredOn(event -> event instanceof AgreementSigned)
                .hasSize(1)
                .allSatisfy(event ->
                        assertThat(((AgreementSigned) event).topTierMembers()).contains(MIDDLESBROUGH, STOCKTON));
    }

    private boolean isSigned() {
        return payloads(AGREEMENT).stream().anyMatch(event -> event instanceof AgreementSigned);
    }

    private List<TargetId> inForce() {
        List<TargetId> targets = Stories.agreedTargets(one, TIMES);
        Stories.sign(one);
        return targets;
    }

    private static RenegotiateTarget renegotiation(TargetId target) {
        return new RenegotiateTarget(
                target,
                List.of(milestone(2008, "700"), milestone(2009, "750"), milestone(2010, "800")),
                RenegotiationGround.UNFORESEEN_CIRCUMSTANCES,
                text("The recession"),
                null);
    }

    private static Callable<Integer> act(CommandNode node, LedgerCommand command, Actor by, String on) {
        return () -> {
            try {
                Stories.send(node, command, by, on);
                return 1;
            } catch (CommandRefused refused) {
                return 0;
            }
        };
    }

    private static int winners(Callable<Integer> first, Callable<Integer> second) throws Exception {
        int winners = 0;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Integer> done : threads.invokeAll(List.of(first, second))) {
                winners += done.get();
            }
        }
        return winners;
    }

    private List<LedgerEvent> payloads(Object stream) {
        return ledger.reader().ofStream(stream.toString(), 0, 1_000).stream()
                .map(StoredEvent::payload)
                .toList();
    }
}
