package org.maaledger.command.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.maaledger.command.testing.TeesValley.*;
import static org.maaledger.command.testing.TwoNodes.act;
import static org.maaledger.command.testing.TwoNodes.winners;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.maaledger.command.agreement.AgreementCommand.DesignateTarget;
import org.maaledger.command.agreement.AgreementCommand.JoinAgreement;
import org.maaledger.command.agreement.AgreementCommand.LeaveAgreement;
import org.maaledger.command.agreement.AgreementCommand.SignAgreement;
import org.maaledger.command.target.TargetCommand.ApproveRenegotiation;
import org.maaledger.command.target.TargetCommand.ProposeWithdrawal;
import org.maaledger.command.target.TargetCommand.RefuseRenegotiation;
import org.maaledger.command.target.TargetCommand.RenegotiateTarget;
import org.maaledger.command.target.TargetCommand.WithdrawTarget;
import org.maaledger.command.testing.CommandNode;
import org.maaledger.command.testing.Stories;
import org.maaledger.command.testing.TwoNodes;
import org.maaledger.kernel.agreement.AgreementEvent.AgreementSigned;
import org.maaledger.kernel.agreement.AgreementEvent.TargetDesignated;
import org.maaledger.kernel.agreement.PartyRole;
import org.maaledger.kernel.target.RenegotiationGround;
import org.maaledger.kernel.target.TargetEvent.RenegotiationProposed;
import org.maaledger.kernel.target.TargetEvent.RenegotiationRefused;
import org.maaledger.kernel.target.TargetEvent.TargetWithdrawn;
import org.maaledger.kernel.target.TargetEvent.WithdrawalProposed;
import org.maaledger.kernel.target.TargetId;
import org.maaledger.log.StoredEvent;

/**
 * Aim: of two acts that exclude each other, done at the same moment on two nodes, one is recorded and the other refused. Method: two
 * whole command sides on one ledger; each pair of acts is done many times.
 */
class Rival_acts {

    private static final int TIMES = 12;

    private final TwoNodes nodes = new TwoNodes();
    private final CommandNode one = nodes.one();
    private final CommandNode two = nodes.two();

    @AfterEach
    void close() {
        nodes.close();
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
            assertThat(nodes.events(target))
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
            assertThat(nodes.events(target))
                    .filteredOn(event -> event instanceof TargetWithdrawn || event instanceof RenegotiationRefused)
                    .hasSize(1);
        }
    }

    @Test
    void designate_a_target_or_withdraw_it() throws Exception {
        for (TargetId target : inForce()) {
            assertThat(winners(
                            act(one, new DesignateTarget(AGREEMENT, target, null), minister(), "2008-07-29"),
                            act(
                                    two,
                                    new WithdrawTarget(target, text("Merged"), null),
                                    officer(MIDDLESBROUGH),
                                    "2008-07-30")))
                    .isEqualTo(1);
        }
        assertThat(nodes.ledger().reader().after(0, 10_000).stream().map(StoredEvent::payload))
                .filteredOn(event -> event instanceof TargetDesignated || event instanceof TargetWithdrawn)
                .hasSize(TIMES);
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
        assertThat(nodes.events(AGREEMENT))
                .filteredOn(event -> event instanceof AgreementSigned)
                .hasSize(1)
                .allSatisfy(event ->
                        assertThat(((AgreementSigned) event).topTierMembers()).contains(MIDDLESBROUGH, STOCKTON));
    }

    private boolean isSigned() {
        return nodes.events(AGREEMENT).stream().anyMatch(event -> event instanceof AgreementSigned);
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
}
